/* A table whose rows open: filters, order, and what is shown below a row. */
"use strict";
const rowTable = (() => {
  /**
   * @param part holds the table and its filters
   * @param table the table; each row of its body has a button in its name
   * @param data what is known of each row, in the order of the table
   * @param keys by which columns are sorted
   * @param fill puts into a cell what a row shows when it is opened
   */
  function start(part, table, data, keys, fill) {
    const body = table.tBodies[0];
    const form = part.querySelector(".filters");
    const text = part.querySelector(".text");
    const rows = data.map((row, index) => {
      const line = body.rows[index];
      const button = line.querySelector(".name button");
      return { ...row, index, line, button, name: button.textContent, search: (row.benchmark + " " + button.textContent).toLowerCase(), detail: null };
    });

    function filter() {
      const boxes = [...form.querySelectorAll("[data-verdict]")];
      const verdicts = new Set(boxes.filter(box => box.checked).map(box => box.dataset.verdict));
      const words = text.value.toLowerCase().split(/\s+/).filter(word => word !== "");
      const chosen = [...form.querySelectorAll("[data-choice]")].filter(select => select.value !== "")
        .map(select => [select.dataset.choice, select.value]);
      let shown = 0;
      for (const row of rows) {
        const hidden = (boxes.length > 0 && !verdicts.has(row.verdict)) || !words.every(word => row.search.includes(word))
          || !chosen.every(([key, value]) => row.choices[key] === value);
        shown += hidden ? 0 : 1;
        row.line.hidden = hidden;
        if (row.detail !== null) {
          row.detail.hidden = hidden || row.button.getAttribute("aria-expanded") === "false";
        }
      }
      part.querySelector(".shown").textContent = shown === rows.length ? rows.length + " rows." : shown + " of " + rows.length + " rows.";
    }

    /** Rows without a number come last either way; a click turns the order that stands. */
    function sort(header) {
      const order = header.getAttribute("aria-sort") === "descending" ? "ascending" : "descending";
      const button = header.querySelector("button");
      table.querySelectorAll("[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
      header.setAttribute("aria-sort", order);
      const key = keys[button.dataset.sort];
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

    /** As many columns as the window's width lets show. */
    function span(row) {
      return [...row.line.cells].filter(cell => getComputedStyle(cell).display !== "none").length;
    }

    function toggle(row) {
      const open = row.button.getAttribute("aria-expanded") === "true";
      row.button.setAttribute("aria-expanded", String(!open));
      if (row.detail === null) {
        row.detail = document.createElement("tr");
        row.detail.className = "detail " + (row.verdict || "");
        row.line.after(row.detail);
        fill(d3.select(row.detail).append("td").attr("colspan", span(row)), row);
      }
      row.detail.hidden = open;
    }

    rows.forEach(row => row.button.addEventListener("click", () => toggle(row)));
    table.tHead.querySelectorAll("th button").forEach(button => button.addEventListener("click", () => sort(button.closest("th"))));
    form.querySelector(".fields").open = !matchMedia("(max-width: 34rem)").matches;
    form.addEventListener("input", filter);
    form.addEventListener("submit", event => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    window.addEventListener("resize", () => rows.filter(row => row.detail !== null)
      .forEach(row => row.detail.firstChild.setAttribute("colspan", span(row))));
    filter();
    return rows;
  }

  /** Labels with their values for each side. */
  function numbers(cell, sides, lines) {
    const table = cell.append("table").attr("class", "numbers");
    table.append("thead").append("tr").selectAll("th").data(["", ...sides]).join("th").attr("scope", "col").text(label => label);
    const rows = table.append("tbody").selectAll("tr").data(lines).join("tr");
    rows.append("th").attr("scope", "row").text(line => line[0]);
    rows.selectAll("td").data(line => line.slice(1)).join("td").text(value => value);
  }

  return { start, numbers };
})();
