/* The forest plot: a mark with its interval in each row of the table, and the axis above. */
"use strict";
const forest = (() => {
  /** At least so much is shown on each side of 0, and no more than MOST: a change of 1 is 100 %. */
  const LEAST = 0.05, MOST = 1.5;
  const SHAPES = {
    "slower": d3.symbolTriangle, "faster": d3.symbolTriangle, "suspect": d3.symbolDiamond,
    "cannot-tell": d3.symbolCircle, "same": d3.symbolSquare,
  };
  const TURNED = new Set(["faster"]);

  /** From the changes that are called, and nearly all ends of intervals. */
  function scaleOf(rows, threshold) {
    const told = rows.filter(row => row.slowdown !== null).map(row => row.slowdown - 1);
    const ends = rows.flatMap(row => row.ci === null ? [] : row.ci)
      .filter(end => end !== null).map(end => end - 1);
    const sizes = side => told.concat(ends).map(side).filter(size => size > 0).sort(d3.ascending);
    const reach = side => Math.min(MOST, Math.max(LEAST, 2 * threshold, d3.quantileSorted(sizes(side), 0.95) || 0));
    return d3.scaleLinear([-Math.min(1, reach(x => -x)), reach(x => x)], [10, 90]).nice(5);
  }

  function place(scale, change) {
    const [low, high] = scale.domain();
    return scale(Math.min(high, Math.max(low, change)));
  }

  /** A tick needs so many pixels for its words. */
  const TICK = 58;

  function axis(node, table, scale, threshold) {
    const apart = ticks => (ticks.length < 2 ? 100 : scale(ticks[1]) - scale(ticks[0])) * node.clientWidth / 100;
    const ticks = [7, 5, 3, 2, 1].map(count => scale.ticks(count)).find(ticks => apart(ticks) >= TICK) || [0];
    const sign = new Intl.NumberFormat("en", { signDisplay: "exceptZero", maximumFractionDigits: 1 });
    d3.select(node).selectAll("span").data(ticks).join("span")
      .style("left", tick => scale(tick) + "%")
      .text(tick => sign.format(100 * tick) + (tick === 0 ? "" : " %"));
    const percents = { "--zero": scale(0) + "%", "--band-from": place(scale, -threshold) + "%", "--band-to": place(scale, threshold) + "%" };
    for (const [name, value] of Object.entries(percents)) {
      table.style.setProperty(name, value);
    }
  }

  function draw(cell, row, scale) {
    const svg = d3.select(cell).append("svg").attr("aria-hidden", "true");
    if (row.ci !== null) {
      const ends = row.ci.map((end, i) => end === null ? (i === 0 ? -Infinity : Infinity) : end - 1);
      svg.append("line").attr("class", "interval-line").attr("y1", "50%").attr("y2", "50%")
        .attr("x1", place(scale, ends[0]) + "%").attr("x2", place(scale, ends[1]) + "%");
    }
    if (row.slowdown === null) {
      return;
    }
    const change = row.slowdown - 1;
    const [low, high] = scale.domain();
    const beyond = change < low ? -90 : change > high ? 90 : null;
    const shape = beyond === null ? SHAPES[row.verdict] : d3.symbolTriangle;
    const turn = beyond !== null ? beyond : TURNED.has(row.verdict) ? 180 : 0;
    svg.append("svg").attr("x", place(scale, change) + "%").attr("y", "50%")
      .append("path").attr("d", d3.symbol(shape, 52)())
      .attr("class", beyond === null ? "point" : "point beyond").attr("transform", turn === 0 ? null : "rotate(" + turn + ")");
  }

  return { scaleOf, axis, draw };
})();
