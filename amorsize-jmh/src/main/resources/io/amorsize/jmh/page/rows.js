/* The table of a result: where the means of the forks lie, and the forks of a row that is opened. */
"use strict";
document.querySelectorAll(".scores").forEach(part => {
  const table = part.querySelector("table.rows");
  const data = JSON.parse(part.querySelector(".data").textContent);
  const keys = { name: row => row.name, score: row => row.current, spread: row => row.spread, forks: row => row.count, iterations: row => row.iterations };

  function fill(cell, row) {
    if (row.forks !== null) {
      forks.draw(cell.append("div").node(), row, [["current", ""]]);
      cell.append("p").attr("class", "faint").text("Each dot is an iteration, from left to right as they ran; the bars are the forks' means, the dashed line the score.");
    }
    rowTable.numbers(cell, [""], row.numbers);
  }

  const deviations = row => row.forks === null || row.current === null ? [] : row.forks.currentMeans.map(mean => mean / row.current - 1);
  const rows = rowTable.start(part, table, data.rows, keys, fill);
  const sizes = rows.flatMap(deviations).map(Math.abs).sort(d3.ascending);
  const reach = Math.max(0.02, d3.quantileSorted(sizes, 0.95) || 0);
  const scale = d3.scaleLinear([-reach, reach], [8, 92]).nice(4).clamp(true);
  const percent = new Intl.NumberFormat("en", { signDisplay: "exceptZero", maximumFractionDigits: 1 });

  function fit() {
    const node = table.querySelector(".axis");
    const [low, high] = scale.domain();
    d3.select(node).selectAll("span").data(node.clientWidth > 160 ? [low, 0, high] : [0, high]).join("span")
      .style("left", tick => scale(tick) + "%").text(tick => percent.format(100 * tick) + (tick === 0 ? "" : " %"));
    table.style.setProperty("--zero", scale(0) + "%");
  }
  fit();
  window.addEventListener("resize", fit);
  rows.forEach(row => d3.select(row.line.querySelector(".plot")).append("svg").attr("aria-hidden", "true")
    .selectAll("line").data(deviations(row)).join("line").attr("class", "fork-mean")
    .attr("x1", x => scale(x) + "%").attr("x2", x => scale(x) + "%").attr("y1", "15%").attr("y2", "85%"));
});
