/* A series over the nights: its scores, levels, noise, changes and gaps; small or large. */
"use strict";
const trendChart = (() => {
  const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: false });

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Night, score in steps, and whether it counts, of two characters for each night. */
  function decoded(series) {
    const points = [];
    for (let night = 0; 2 * night < series.points.length; night++) {
      const value = DIGITS.indexOf(series.points[2 * night]) * 64 + DIGITS.indexOf(series.points[2 * night + 1]);
      if (value < 2000) {
        points.push([night, value % 1000, value < 1000]);
      }
    }
    return { ...series, points };
  }

  /** Times are UTC, as in the other forms; hours where a tick is no midnight. */
  const hour = d3.utcFormat("%H:%M"), day = d3.utcFormat("%-d %b"), month = d3.utcFormat("%b"), year = d3.utcFormat("%Y");
  const time = tick => (d3.utcDay(tick) < tick ? hour : d3.utcMonth(tick) < tick ? day : d3.utcYear(tick) < tick ? month : year)(tick);

  const score = (series, step) => series.low + (step / 999) * (series.high - series.low);

  /** A small picture shows the levels, and draws nights far off at its edge; a large one shows all. */
  function ends(scores, isSmall) {
    const sorted = scores.length === 0 ? [0, 1] : scores.slice().sort(d3.ascending);
    return isSmall && sorted.length >= 8 ? [d3.quantileSorted(sorted, 0.08), d3.quantileSorted(sorted, 0.92)] : [sorted[0], sorted[sorted.length - 1]];
  }

  function scales(data, series, box, isSmall) {
    const bands = series.noise === null ? [] : series.segments.flatMap(([, , level]) => [level * Math.exp(-2 * series.noise), level * Math.exp(2 * series.noise)]);
    // Nights that do not count may lie far off: they are drawn at the edge, and set no scale.
    const counted = series.points.filter(point => point[2]);
    const shown = ends((counted.length > 0 ? counted : series.points).map(point => score(series, point[1])), isSmall).concat(bands);
    const low = Math.min(...shown), high = Math.max(...shown);
    const pad = high > low ? 0 : Math.abs(high) * 0.01 || 1;
    return {
      x: d3.scaleUtc(d3.extent(data.times), [box.left, box.width - box.right]),
      y: d3.scaleLinear([low - pad, high + pad], [box.height - box.bottom, box.top]).clamp(true),
    };
  }

  function kindOf(change) {
    return change.kind === "suspect" ? "suspect" : change.kind === "environment" ? "environment"
      : change.accepted !== null ? "accepted" : change.worse ? "worse" : "better";
  }

  function marks(svg, data, series, { x, y }, box, radius) {
    const at = night => x(data.times[night]);
    svg.selectAll("rect.gap").data(data.gaps).join("rect").attr("class", "gap")
      .attr("x", gap => x(gap[0])).attr("width", gap => Math.max(1, x(gap[1]) - x(gap[0])))
      .attr("y", box.top).attr("height", box.height - box.top - box.bottom);
    if (series.noise !== null) {
      svg.selectAll("rect.band").data(series.segments).join("rect").attr("class", "band")
        .attr("x", s => at(s[0])).attr("width", s => Math.max(1, at(s[1]) - at(s[0])))
        .attr("y", s => y(s[2] * Math.exp(2 * series.noise)))
        .attr("height", s => Math.max(0, y(s[2] * Math.exp(-2 * series.noise)) - y(s[2] * Math.exp(2 * series.noise))));
    }
    svg.selectAll("line.shift").data(series.changes).join("line").attr("class", change => "shift " + kindOf(change))
      .attr("x1", change => at(change.night)).attr("x2", change => at(change.night)).attr("y1", box.top).attr("y2", box.height - box.bottom);
    if (radius === null) {
      dots(svg, series, at, y);
    } else {
      svg.selectAll("circle").data(series.points).join("circle").attr("class", point => point[2] ? "night" : "other")
        .attr("cx", point => at(point[0])).attr("cy", point => y(score(series, point[1]))).attr("r", radius);
    }
    svg.selectAll("line.segment").data(series.segments).join("line").attr("class", "segment")
      .attr("x1", s => at(s[0])).attr("x2", s => at(s[1])).attr("y1", s => y(s[2])).attr("y2", s => y(s[2]));
  }

  /** All nights in one element: dots on one place of the picture are one dot. */
  function dots(svg, series, at, y) {
    const counted = series.points.filter(point => point[2]);
    const places = new Set((counted.length > 0 ? counted : series.points)
      .map(point => "M" + at(point[0]).toFixed(1) + "," + y(score(series, point[1])).toFixed(1) + "h0"));
    svg.append("path").attr("class", "nights").attr("d", [...places].join(""));
  }

  function small(parent, data, encoded) {
    const series = decoded(encoded);
    const box = { width: 240, height: 48, left: 2, right: 2, top: 3, bottom: 3 };
    const svg = d3.select(parent).append("svg").attr("class", "trend").attr("aria-hidden", "true")
      .attr("viewBox", [0, 0, box.width, box.height]).attr("preserveAspectRatio", "none");
    marks(svg, data, series, scales(data, series, box, true), box, null);
  }

  function large(parent, data, encoded, name) {
    const series = decoded(encoded);
    const box = { width: Math.max(300, Math.min(1200, parent.clientWidth)), height: 320, left: 64, right: 12, top: 30, bottom: 26 };
    const to = scales(data, series, box, false);
    to.x.range([box.left + 8, box.width - box.right - 4]);
    to.y.nice(5);
    const svg = d3.select(parent).append("svg").attr("class", "trend").attr("role", "img")
      .attr("aria-label", name + ": " + series.points.length + " nights, " + series.changes.length + " changes, listed below")
      .attr("viewBox", [0, 0, box.width, box.height]).attr("width", box.width);
    svg.append("g").attr("transform", "translate(" + box.left + ",0)")
      .call(d3.axisLeft(to.y).ticks(5).tickSize(-(box.width - box.left - box.right)).tickFormat(value => digits.format(value)));
    svg.append("g").attr("transform", "translate(0," + (box.height - box.bottom) + ")")
      .call(d3.axisBottom(to.x).ticks(Math.floor(box.width / 110)).tickFormat(time).tickSize(0).tickPadding(8));
    svg.append("text").attr("x", 0).attr("y", 12).text(series.unit);
    marks(svg, data, series, to, box, 2.5);
    svg.selectAll("circle").append("title").text(point => data.names[point[0]] + ": " + digits.format(score(series, point[1])) + " " + series.unit
      + ", " + data.machines[data.types[point[0]]] + (point[2] ? "" : ", does not count"));
    svg.selectAll("text.size").data(series.changes).join("text").attr("class", "size").attr("text-anchor", "middle")
      .attr("x", change => Math.min(box.width - 30, Math.max(box.left + 30, to.x(data.times[change.night])))).attr("y", 24).text(change => change.size);
  }

  return { small, large };
})();
