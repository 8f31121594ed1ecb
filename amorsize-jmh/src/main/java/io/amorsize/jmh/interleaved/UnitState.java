package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.JmhRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a session knows of a unit: its finished pairs of forks. */
final class UnitState {

  private final PairedUnit unit;
  private final int number;
  private final Map<SessionSide, List<JarForkResult>> forks = new EnumMap<>(SessionSide.class);
  private UnitPlan plan;
  private String failure;

  UnitState(PairedUnit unit, int number) {
    this.unit = unit;
    this.number = number;
    for (SessionSide side : SessionSide.values()) {
      forks.put(side, new ArrayList<>());
    }
  }

  PairedUnit unit() {
    return unit;
  }

  /** Its place among the units of the session. */
  int number() {
    return number;
  }

  /** Pairs that are finished. */
  int pairs() {
    return forks.get(SessionSide.BASE).size();
  }

  void addPair(Map<SessionSide, JarForkResult> pair) {
    pair.forEach((side, fork) -> forks.get(side).add(fork));
  }

  Optional<UnitPlan> plan() {
    return Optional.ofNullable(plan);
  }

  /** The warm-up that pilots chose; empty where none did yet. */
  Optional<SessionOutcome.Warmup> warmup() {
    return plan()
        .flatMap(
            found ->
                found
                    .pilot()
                    .map(
                        pilot ->
                            new SessionOutcome.Warmup(unit, pilot, found.iterations().time())));
  }

  void planned(UnitPlan found) {
    plan = found;
  }

  /** Why it cannot be measured any further. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  void failed(String why) {
    failure = why;
  }

  /** Time that its forks and its plan took. */
  Duration elapsed() {
    Duration sum = plan().map(UnitPlan::cost).orElse(Duration.ZERO);
    for (List<JarForkResult> side : forks.values()) {
      for (JarForkResult fork : side) {
        sum = sum.plus(fork.elapsed());
      }
    }
    return sum;
  }

  /** Mean time of a pair; empty before the first. */
  Optional<Duration> meanPair() {
    Duration cost = plan().map(UnitPlan::cost).orElse(Duration.ZERO);
    return pairs() == 0 ? Optional.empty() : Optional.of(elapsed().minus(cost).dividedBy(pairs()));
  }

  /** The rows of a side, one for each mode, with the forks of all pairs. */
  List<ObjectNode> rows(SessionSide side) {
    return List.copyOf(byMode(side, false).values());
  }

  /** The same with the warm-up in front of what was measured. */
  List<ObjectNode> fullRows(SessionSide side) {
    return List.copyOf(byMode(side, true).values());
  }

  private Map<String, ObjectNode> byMode(SessionSide side, boolean withWarmup) {
    Map<String, List<ObjectNode>> rows = new LinkedHashMap<>();
    for (JarForkResult fork : forks.get(side)) {
      for (int i = 0; i < fork.rows().size(); i++) {
        ObjectNode row = fork.rows().get(i);
        ObjectNode shown =
            withWarmup ? JmhRows.withWarmup(row, List.of(fork.warmups().get(i))) : row;
        rows.computeIfAbsent(row.path("mode").asText(), mode -> new ArrayList<>()).add(shown);
      }
    }
    Map<String, ObjectNode> merged = new LinkedHashMap<>();
    rows.forEach((mode, runs) -> merged.put(mode, JmhRows.merge(runs)));
    return merged;
  }
}
