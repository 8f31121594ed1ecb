package io.amorsize.jmh.shard;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.result.PerformanceResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long workloads are expected to take, by how long they took. */
public final class ExpectedTimes {

  /** Enough for a median that one odd night does not move. */
  private static final int RUNS = 5;

  /** Runs of a single workload, or of another profile, stand between them. */
  private static final int LOOKED_AT = 50;

  private final Map<String, List<Double>> seconds = new HashMap<>();

  /** Nothing is known. */
  public ExpectedTimes() {}

  /**
   * What a history tells.
   *
   * @param profile how much will be measured, as results name it
   */
  public static ExpectedTimes of(HistoryStore history, String profile) {
    ExpectedTimes times = new ExpectedTimes();
    List<RecordedRun> runs = history.runs(RunFilter.ALL.last(LOOKED_AT));
    for (int i = runs.size() - 1; i >= 0; i--) {
      if (runs.get(i).results() > 0) {
        history
            .content(runs.get(i))
            .results()
            .values()
            .forEach(result -> times.add(result, profile));
      }
    }
    return times;
  }

  private void add(PerformanceResult result, String profile) {
    List<Double> known = seconds.computeIfAbsent(result.workloadName(), name -> new ArrayList<>());
    if (known.size() < RUNS
        && profile.equals(result.metadata().get(PerformanceSuite.PROFILE))
        && result.metadata().get(PerformanceSuite.ELAPSED) instanceof Number took
        && took.doubleValue() > 0
        && Double.isFinite(took.doubleValue())) {
      known.add(took.doubleValue());
    }
  }

  /** The time of a workload: the median of the latest runs. */
  public Optional<Duration> of(String workload) {
    List<Double> known = seconds.getOrDefault(workload, List.of()).stream().sorted().toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(1000 * known.get(known.size() / 2))));
  }
}
