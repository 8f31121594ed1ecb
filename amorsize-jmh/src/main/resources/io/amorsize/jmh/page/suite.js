/* The pictures of a suite: predicted against actual speedup, accuracy, and the time of a pass. */
"use strict";
document.querySelectorAll(".workloads").forEach(part => {
  const { workloads } = JSON.parse(part.querySelector(".data").textContent);

  const PARTS = ["share", "contention", "tail", "hand"];

  function speedups(parent) {
    const size = Math.max(260, Math.min(440, parent.clientWidth)), left = 40, bottom = 40, top = 10, right = 12;
    const most = 1.08 * d3.max(workloads, w => Math.max(w.predicted, w.actual, w.upper === null ? 0 : Math.min(w.upper, 2 * w.actual)));
    const x = d3.scaleLinear([0, most], [left, size - right]), y = d3.scaleLinear([0, most], [size - bottom, top]).clamp(true);
    const svg = d3.select(parent).append("svg").attr("class", "suite").attr("viewBox", [0, 0, size, size]).attr("width", size).attr("height", size).attr("role", "img")
      .attr("aria-label", workloads.map(w => w.name + ": predicted " + w.predicted.toFixed(2) + ", actual " + w.actual.toFixed(2)).join("; "));
    svg.append("g").attr("transform", "translate(" + left + ",0)").call(d3.axisLeft(y).ticks(5).tickSize(-(size - left - right)));
    svg.append("g").attr("transform", "translate(0," + (size - bottom) + ")").call(d3.axisBottom(x).ticks(5).tickSize(-(size - bottom - top)).tickPadding(6));
    svg.append("text").attr("x", (left + size) / 2).attr("y", size - 6).attr("text-anchor", "middle").text("predicted speedup");
    svg.append("text").attr("transform", "translate(11," + (size - bottom) / 2 + ") rotate(-90)").attr("text-anchor", "middle").text("actual speedup");
    svg.append("line").attr("class", "diagonal").attr("x1", x(0)).attr("y1", y(0)).attr("x2", x(most)).attr("y2", y(most));
    const points = svg.selectAll("g.workload").data(workloads).join("g").attr("class", "workload");
    points.filter(w => w.lower !== null && w.upper !== null).append("line").attr("class", "interval")
      .attr("x1", w => x(w.predicted)).attr("x2", w => x(w.predicted)).attr("y1", w => y(w.lower)).attr("y2", w => y(w.upper));
    points.append("circle").attr("r", 4).attr("cx", w => x(w.predicted)).attr("cy", w => y(w.actual));
    labels(points.append("text").text(w => w.name), size - right, w => x(w.predicted), w => y(w.actual));
  }

  /** Beside their points, where neither the edge nor another point or name is in the way. */
  function labels(texts, end, x, y) {
    const taken = workloads.map(w => ({ from: x(w) - 5, to: x(w) + 5, top: y(w) - 5, bottom: y(w) + 5 }));
    texts.each(function (w) {
      const width = this.getComputedTextLength();
      const places = [0, 14, -14, 28, -28].flatMap(down => [x(w) + 9, x(w) - 9 - width].map(from => ({ from, to: from + width, top: y(w) + down - 6, bottom: y(w) + down + 6 })));
      const free = places.filter(place => place.from >= 42 && place.to <= end)
        .find(place => taken.every(other => place.to < other.from || other.to < place.from || place.bottom < other.top || other.bottom < place.top));
      const chosen = free || places[0];
      taken.push(chosen);
      d3.select(this).attr("x", chosen.from).attr("y", chosen.bottom - 2);
    });
  }

  function accuracy(parent) {
    const width = Math.max(260, Math.min(520, parent.clientWidth)), row = 24, left = Math.min(150, width * 0.42), right = 58;
    const x = d3.scaleLinear([0, 100], [left, width - right]);
    const height = workloads.length * row + 26;
    const svg = d3.select(parent).append("svg").attr("class", "suite").attr("viewBox", [0, 0, width, height]).attr("width", width).attr("height", height).attr("role", "img")
      .attr("aria-label", workloads.map(w => w.name + " " + w.accuracyText).join("; "));
    svg.selectAll("line.bar-at").data([60, 75, 90]).join("line").attr("class", "bar-at").attr("x1", x).attr("x2", x).attr("y1", 0).attr("y2", height - 20);
    svg.selectAll("text.bar-at").data([60, 75, 90]).join("text").attr("class", "bar-at").attr("text-anchor", "middle").attr("x", x).attr("y", height - 5).text(bar => (bar === 90 ? bar + " %" : bar)).attr("dx", bar => bar === 90 ? 8 : 0);
    const lines = svg.selectAll("g").data(workloads).join("g").attr("transform", (w, i) => "translate(0," + i * row + ")");
    lines.append("text").attr("y", 15).text(w => w.name);
    lines.append("rect").attr("class", "bar").attr("x", left).attr("y", 5).attr("height", 12).attr("width", w => x(Math.max(0, Math.min(100, w.accuracy))) - left);
    lines.append("text").attr("x", width).attr("y", 15).attr("text-anchor", "end").text(w => w.accuracyText);
  }

  /** The parts of the predicted pass as a bar, the measured pass as a line, both against the serial pass. */
  function times(cell, w) {
    const share = seconds => Math.min(100, (80 * seconds) / w.serialSeconds);
    const svg = d3.select(cell).append("svg").attr("class", "suite").attr("aria-hidden", "true");
    svg.append("rect").attr("class", "serial").attr("y", 2).attr("height", 12).attr("width", share(w.serialSeconds) + "%");
    const parts = w.parts.length > 0 ? w.parts : [1];
    const ends = d3.cumsum([0, ...parts]).map(end => share(end * w.predictedSeconds));
    svg.selectAll("rect.part").data(parts).join("rect").attr("class", (part, i) => "part " + PARTS[i])
      .attr("x", (part, i) => ends[i] + "%").attr("width", (part, i) => ends[i + 1] - ends[i] + "%").attr("y", 4).attr("height", 8);
    svg.append("line").attr("class", "tick").attr("x1", share(w.actualSeconds) + "%").attr("x2", share(w.actualSeconds) + "%").attr("y1", 0).attr("y2", 16);
  }

  speedups(document.getElementById("speedups"));
  accuracy(document.getElementById("accuracy"));
  part.querySelectorAll("td.bars").forEach((cell, index) => times(cell, workloads[index]));
});
