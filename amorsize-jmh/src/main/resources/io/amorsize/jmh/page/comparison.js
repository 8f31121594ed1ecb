/* The tables of comparisons: their plots, and what a row shows when it is opened. */
"use strict";
document.querySelectorAll(".compared").forEach(part => {
  const table = part.querySelector("table.forest");
  const data = JSON.parse(part.querySelector(".data").textContent);
  const keys = {
    verdict: row => -row.index, name: row => row.name, slowdown: row => row.slowdown, base: row => row.base, current: row => row.current,
    width: row => row.ci === null || row.ci.includes(null) ? null : row.ci[1] / row.ci[0],
  };

  function fill(cell, row) {
    cell.append("p").attr("class", "words").text(row.sentence.endsWith(".") ? row.sentence : row.sentence + ".");
    if (row.findings.length > 0) {
      const items = cell.append("ul").attr("class", "notes").selectAll("li").data(row.findings).join("li");
      items.append("span").text(finding => finding[1] + " ");
      items.append("span").attr("class", "code").text(finding => "[" + finding[2] + "]");
    }
    if (row.forks !== null) {
      forks.draw(cell.append("div").node(), row, [["base", "Base"], ["current", "Current"]]);
      cell.append("p").attr("class", "faint").text("Each dot is an iteration, from left to right as they ran"
        + "; the bars are the forks' means, the dashed lines the sides' scores.");
    }
    if (row.warmup !== null) {
      warmup.draw(cell.append("div").node(), row);
    }
    rowTable.numbers(cell, ["Base", "Current"], row.numbers);
  }

  const rows = rowTable.start(part, table, data.rows, keys, fill);
  const scale = forest.scaleOf(rows, data.threshold);
  const fit = () => forest.axis(table.querySelector(".axis"), table, scale, data.threshold);
  fit();
  window.addEventListener("resize", fit);
  rows.forEach(row => forest.draw(row.line.querySelector(".plot"), row, scale));
});
