/* What the forks of a row did before they were measured: a line for each. */
"use strict";
const warmup = (() => {
  const HEIGHT = 160, TOP = 22, BOTTOM = 24, LEFT = 64;

  const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: false });

  function draw(parent, row) {
    const { low, high, baseIterations, currentIterations } = row.warmup;
    const width = Math.max(260, Math.min(960, parent.clientWidth));
    const longest = Math.max(baseIterations, currentIterations);
    const x = d3.scaleLinear([1, Math.max(2, longest)], [LEFT + 8, width - 8]);
    const y = d3.scaleLinear([low, high], [HEIGHT - BOTTOM, TOP + 6]).nice(3);
    const svg = d3.select(parent).append("svg").attr("class", "forks warmup").attr("role", "img")
      .attr("aria-label", "Warm-up iterations, a line for each fork").attr("viewBox", [0, 0, width, HEIGHT]).attr("width", width);
    svg.append("g").attr("transform", "translate(" + LEFT + ",0)")
      .call(d3.axisLeft(y).ticks(3).tickSize(-(width - LEFT)).tickFormat(value => digits.format(value)));
    svg.append("g").attr("class", "below").attr("transform", "translate(0," + (HEIGHT - BOTTOM) + ")")
      .call(d3.axisBottom(x).ticks(Math.min(longest, 8)).tickFormat(d3.format("d")).tickSize(0).tickPadding(7));
    svg.append("text").attr("x", 0).attr("y", 12).text(row.unit);
    svg.append("text").attr("x", LEFT + 4).attr("y", 12).text("Warm-up by iteration: base solid, current dashed");
    for (const [side, iterations] of [["base", baseIterations], ["current", currentIterations]]) {
      const at = (i, count) => count === 1 ? 1 : 1 + (i * (iterations - 1)) / (count - 1);
      svg.append("g").attr("class", side).selectAll("path").data(row.warmup[side]).join("path")
        .attr("d", fork => d3.line((step, i) => x(at(i, fork.length)), step => y(low + (step / 999) * (high - low)))(fork));
    }
  }

  return { draw };
})();
