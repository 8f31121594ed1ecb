/* The forks of a row: each a column of dots, its iterations from left to right, and its mean. */
"use strict";
const forks = (() => {
  const HEIGHT = 208, TOP = 22, BOTTOM = 20, LEFT = 64, GAP = 28;

  const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: false });

  function decoded(row, side) {
    const { low, high } = row.forks;
    return row.forks[side].map(fork => fork.map(step => low + (step / 999) * (high - low)));
  }

  function describe(row, sides) {
    const part = (name, means) => (name === "" ? "" : name + ": ") + (means.length === 0 ? "no forks" : means.length + " forks with means of "
      + digits.format(d3.min(means)) + " to " + digits.format(d3.max(means)) + " " + row.unit);
    return sides.map(([kind, label]) => part(label, row.forks[kind + "Means"]) + ".").join(" ");
  }

  function draw(parent, row, named) {
    const room = Math.max(260, Math.min(960, parent.clientWidth));
    const sides = named.map(([kind, label]) => [kind, label, row.forks[kind + "Means"], row[kind]]);
    const count = d3.sum(sides, side => side[2].length);
    const gaps = GAP * (sides.length - 1);
    const slot = Math.min(160, (room - LEFT - gaps) / Math.max(1, count));
    const width = LEFT + gaps + slot * Math.max(1, count);
    const y = d3.scaleLinear([row.forks.low, row.forks.high], [HEIGHT - BOTTOM, TOP + 6]).nice(4);
    const svg = d3.select(parent).append("svg").attr("class", "forks").attr("role", "img")
      .attr("aria-label", describe(row, named)).attr("viewBox", [0, 0, width, HEIGHT]).attr("width", width);
    svg.append("g").attr("transform", "translate(" + LEFT + ",0)")
      .call(d3.axisLeft(y).ticks(4).tickSize(-(width - LEFT)).tickFormat(value => digits.format(value)));
    svg.append("text").attr("x", 0).attr("y", 12).text(row.unit);
    let left = LEFT;
    for (const [kind, label, means, center] of sides) {
      const group = svg.append("g").attr("class", kind);
      const end = left + means.length * slot;
      group.append("text").attr("x", left + 4).attr("y", 12).text(label);
      if (center !== null && means.length > 0) {
        group.append("line").attr("class", "center").attr("x1", left).attr("x2", end).attr("y1", y(center)).attr("y2", y(center));
      }
      decoded(row, kind).forEach((scores, index) => fork(group, left + index * slot, slot, y, scores, means[index], index));
      left = end + GAP;
    }
  }

  function fork(group, left, slot, y, scores, mean, index) {
    const room = Math.min(slot * 0.8, 90);
    const from = left + (slot - room) / 2;
    const x = i => scores.length === 1 ? from + room / 2 : from + (room * i) / (scores.length - 1);
    group.append("g").selectAll("circle").data(scores).join("circle")
      .attr("cx", (score, i) => x(i)).attr("cy", y).attr("r", Math.max(1.6, Math.min(3, room / 14)));
    group.append("line").attr("class", "mean").attr("x1", from).attr("x2", from + room).attr("y1", y(mean)).attr("y2", y(mean));
    if (slot > 14) {
      group.append("text").attr("x", left + slot / 2).attr("y", HEIGHT - 4).attr("text-anchor", "middle").text(index + 1);
    }
  }

  return { draw };
})();
