/* The table of a comparison: filters, order, and what a row shows when it is opened. */
"use strict";
(() => {
  const table = document.getElementById("rows");
  if (table === null) {
    return;
  }
  const data = JSON.parse(document.getElementById("data").textContent);
  const body = table.tBodies[0];
  const rows = data.rows.map((row, index) => {
    const line = body.rows[index];
    const button = line.querySelector(".name button");
    return { ...row, index, line, button, name: button.textContent, search: (row.benchmark + " " + button.textContent).toLowerCase(), detail: null };
  });
  const form = document.getElementById("filters");
  form.querySelector(".fields").open = !matchMedia("(max-width: 34rem)").matches;
  const text = document.getElementById("text");

  function filter() {
    const verdicts = new Set([...form.querySelectorAll("[data-verdict]:checked")].map(box => box.dataset.verdict));
    const words = text.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const chosen = [...form.querySelectorAll("[data-choice]")].filter(select => select.value !== "")
      .map(select => [select.dataset.choice, select.value]);
    let shown = 0;
    for (const row of rows) {
      const hidden = !verdicts.has(row.verdict) || !words.every(word => row.search.includes(word))
        || !chosen.every(([key, value]) => row.choices[key] === value);
      shown += hidden ? 0 : 1;
      row.line.hidden = hidden;
      if (row.detail !== null) {
        row.detail.hidden = hidden || row.button.getAttribute("aria-expanded") === "false";
      }
    }
    document.getElementById("shown").textContent = shown === rows.length ? rows.length + " rows." : shown + " of " + rows.length + " rows.";
  }

  const KEYS = {
    verdict: row => -row.index, name: row => row.name, slowdown: row => row.slowdown, base: row => row.base, current: row => row.current,
    width: row => row.ci === null || row.ci.includes(null) ? null : row.ci[1] / row.ci[0],
  };

  /** Rows without a number come last either way; a click turns the order that stands. */
  function sort(header) {
    const order = header.getAttribute("aria-sort") === "descending" ? "ascending" : "descending";
    const button = header.querySelector("button");
    table.querySelectorAll("[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", order);
    const key = KEYS[button.dataset.sort];
    const compare = order === "ascending" ? d3.ascending : d3.descending;
    const sorted = rows.slice().sort((a, b) => {
      const left = key(a), right = key(b);
      return left === null || right === null ? (left === null) - (right === null) : compare(left, right) || a.index - b.index;
    });
    const all = document.createDocumentFragment();
    for (const row of sorted) {
      all.append(row.line);
      if (row.detail !== null) {
        all.append(row.detail);
      }
    }
    body.append(all);
  }

  function toggle(row) {
    const open = row.button.getAttribute("aria-expanded") === "true";
    row.button.setAttribute("aria-expanded", String(!open));
    if (row.detail === null) {
      row.detail = document.createElement("tr");
      row.detail.className = "detail " + row.verdict;
      row.line.after(row.detail);
      fill(row);
    }
    row.detail.hidden = open;
  }

  /** As many columns as the window's width lets show. */
  function span(row) {
    return [...row.line.cells].filter(cell => getComputedStyle(cell).display !== "none").length;
  }

  function fill(row) {
    const cell = d3.select(row.detail).append("td").attr("colspan", span(row));
    cell.append("p").attr("class", "words").text(row.sentence + ".");
    if (row.findings.length > 0) {
      const items = cell.append("ul").attr("class", "notes").selectAll("li").data(row.findings).join("li");
      items.append("span").text(finding => finding[1] + " ");
      items.append("span").attr("class", "code").text(finding => "[" + finding[2] + "]");
    }
    if (row.forks !== null) {
      forks.draw(cell.append("div").node(), row);
      cell.append("p").attr("class", "faint").text("Each dot is an iteration, from left to right as they ran"
        + "; the bars are the forks' means, the dashed lines the sides' scores.");
    }
    if (row.warmup !== null) {
      warmup.draw(cell.append("div").node(), row);
    }
    const numbers = cell.append("table").attr("class", "numbers");
    numbers.append("thead").append("tr").selectAll("th").data(["", "Base", "Current"]).join("th").attr("scope", "col").text(label => label);
    const lines = numbers.append("tbody").selectAll("tr").data(row.numbers).join("tr");
    lines.append("th").attr("scope", "row").text(line => line[0]);
    lines.selectAll("td").data(line => line.slice(1)).join("td").text(value => value);
  }

  const scale = forest.scaleOf(rows, data.threshold);
  function fit() {
    forest.axis(document.getElementById("axis"), table, scale, data.threshold);
    rows.filter(row => row.detail !== null).forEach(row => row.detail.firstChild.setAttribute("colspan", span(row)));
  }
  fit();
  window.addEventListener("resize", fit);
  rows.forEach(row => {
    forest.draw(row.line.querySelector(".plot"), row, scale);
    row.button.addEventListener("click", () => toggle(row));
  });
  table.tHead.querySelectorAll("th button").forEach(button => button.addEventListener("click", () => sort(button.closest("th"))));
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  filter();
})();
