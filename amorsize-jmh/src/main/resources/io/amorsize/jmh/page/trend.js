/* The small pictures of a trend: filters, and what a series shows when it is opened. */
"use strict";
document.querySelectorAll(".trends").forEach(part => {
  const list = part.querySelector(".multiples");
  const data = JSON.parse(part.querySelector(".data").textContent);
  const form = part.querySelector(".filters");
  const text = part.querySelector(".text");
  const items = [...list.children].map((item, index) => {
    const button = item.querySelector("button");
    const name = item.querySelector(".name").textContent;
    return { item, button, name, search: name.toLowerCase(), kind: item.className, series: data.series[index], large: null };
  });

  function filter() {
    const kinds = new Set([...form.querySelectorAll("[data-kind]:checked")].map(box => box.dataset.kind));
    const words = text.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    let shown = 0;
    for (const one of items) {
      const hidden = !kinds.has(one.kind) || !words.every(word => one.search.includes(word));
      shown += hidden ? 0 : 1;
      one.item.hidden = hidden;
      if (one.large !== null) {
        one.large.hidden = hidden || one.button.getAttribute("aria-expanded") === "false";
      }
    }
    part.querySelector(".shown").textContent = shown === items.length ? items.length + " series." : shown + " of " + items.length + " series.";
  }

  function toggle(one) {
    const open = one.button.getAttribute("aria-expanded") === "true";
    one.button.setAttribute("aria-expanded", String(!open));
    if (one.large === null) {
      one.large = document.createElement("li");
      one.large.className = "large";
      one.item.after(one.large);
      trendChart.large(one.large, data, one.series, one.name);
      changes(d3.select(one.large), one.series.changes);
    }
    one.large.hidden = open;
  }

  function changes(parent, list) {
    if (list.length === 0) {
      return;
    }
    const table = parent.append("div").attr("class", "scrolled").attr("tabindex", 0).attr("role", "region").attr("aria-label", "Changes")
      .append("table").attr("class", "numbers");
    table.append("thead").append("tr").selectAll("th").data(["Night", "Change of cost", "95 % interval", "p", "Commits", "Why"]).join("th").attr("scope", "col").text(label => label);
    const lines = table.append("tbody").selectAll("tr").data(list).join("tr");
    lines.append("th").attr("scope", "row").text(change => change.when);
    lines.append("td").text(change => change.size);
    lines.append("td").text(change => change.interval);
    lines.append("td").text(change => change.p);
    lines.append("td").each(function (change) {
      const cell = d3.select(this);
      (change.link === null ? cell : cell.append("a").attr("href", change.link).attr("rel", "noreferrer")).text(change.commits);
    });
    lines.append("td").text(change => [change.kind === "change" ? "" : change.kind, change.accepted === null ? "" : "accepted: " + change.accepted, ...change.differences]
      .filter(part => part !== "").join("; "));
  }

  /** A picture is drawn when it is about to be seen: a page may hold hundreds. */
  function drawn(one) {
    const place = one.item.querySelector(".spark");
    if (place.firstChild === null) {
      trendChart.small(place, data, one.series);
    }
  }

  const near = new IntersectionObserver(seen => seen.filter(entry => entry.isIntersecting).forEach(entry => {
    near.unobserve(entry.target);
    drawn(items.find(one => one.item === entry.target));
  }), { rootMargin: "600px" });
  items.forEach(one => {
    near.observe(one.item);
    one.button.addEventListener("click", () => toggle(one));
  });
  window.addEventListener("beforeprint", () => {
    items.forEach(drawn);
    document.querySelectorAll("details.tables").forEach(details => details.open = true);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  filter();
});
