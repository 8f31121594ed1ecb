package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.ForkNoise;
import io.amorsize.statistics.ForkSummaries;
import io.amorsize.verdict.Alarms;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What sessions of one jar against itself tell of a host: whatever the rule flags there is a false
 * alarm, and what differs is noise.
 *
 * @param sessions how many sessions
 * @param noise how much two sessions differ, row by row, beyond what their forks explain
 * @param forks how much the forks of one session differ, for each row
 * @param within alarms between the two sides of each session
 * @param untold alarms between each two sessions, judged as if they were one
 * @param told the same, judged with the noise between sessions
 */
public record Calibration(
    int sessions,
    LearnedNoise noise,
    Map<BenchmarkKey, ForkNoise> forks,
    Alarms within,
    Alarms untold,
    Alarms told) {

  /** Fewest sessions that tell something of the noise between them. */
  public static final int FEWEST_SESSIONS = 3;

  private static final String SAME_CODE = "one jar";

  /**
   * One session.
   *
   * @param base forks of one side
   * @param candidate forks of the other, which ran between them
   */
  public record Sides(BenchmarkRun base, BenchmarkRun candidate) {

    private BenchmarkRun together() {
      return BenchmarkRun.join(base.label(), List.of(base, candidate));
    }
  }

  /** Copies the map. */
  public Calibration {
    forks = Map.copyOf(forks);
  }

  /**
   * Learns from sessions.
   *
   * @param measured in the order in which they ran, at least {@value #FEWEST_SESSIONS}
   */
  public static Calibration of(List<Sides> measured) {
    if (measured.size() < FEWEST_SESSIONS) {
      throw new IllegalArgumentException(
          "need " + FEWEST_SESSIONS + " sessions, are " + measured.size());
    }
    List<BenchmarkRun> runs = measured.stream().map(Sides::together).toList();
    LearnedNoise noise = learned(runs);
    DecisionRule rule = DecisionRule.defaults();
    Alarms within = Alarms.NONE;
    for (Sides session : measured) {
      within = within.plus(Alarms.of(Comparison.of(session.base(), session.candidate(), rule)));
    }
    return new Calibration(
        measured.size(),
        noise,
        forks(runs),
        within,
        between(runs, rule),
        between(runs, rule.withNoise(noise.forRows())));
  }

  private static Alarms between(List<BenchmarkRun> runs, DecisionRule rule) {
    Alarms alarms = Alarms.NONE;
    for (int i = 0; i < runs.size(); i++) {
      for (int k = i + 1; k < runs.size(); k++) {
        alarms = alarms.plus(Alarms.of(Comparison.of(runs.get(i), runs.get(k), rule)));
      }
    }
    return alarms;
  }

  /** A history that forgets: its nights are the sessions, and one commit is all there is. */
  private static LearnedNoise learned(List<BenchmarkRun> runs) {
    try (MemoryHistory history = new MemoryHistory(() -> Instant.EPOCH)) {
      for (int i = 0; i < runs.size(); i++) {
        RunOrigin origin =
            RunOrigin.of("session", Instant.EPOCH.plusSeconds(i))
                .at(Optional.of(SAME_CODE), Optional.empty());
        history.record(new NewRun(origin, RunContent.ofRows(runs.get(i).rows())));
      }
      return NoiseLearning.from(history);
    }
  }

  private static Map<BenchmarkKey, ForkNoise> forks(List<BenchmarkRun> runs) {
    Map<BenchmarkKey, List<ForkSummaries>> sessions = new LinkedHashMap<>();
    for (BenchmarkRun run : runs) {
      for (BenchmarkRow row : run.rows()) {
        ForkCosts costs =
            ForkCosts.of(row.primary().measurements().forkCosts().toArray(double[][]::new));
        if (costs.forks() > 1 && costs.arePositive()) {
          sessions
              .computeIfAbsent(row.key().withoutPlan(), unused -> new ArrayList<>())
              .add(costs.summaries());
        }
      }
    }
    Map<BenchmarkKey, ForkNoise> noise = new LinkedHashMap<>();
    sessions.forEach((key, each) -> noise.put(key, ForkNoise.of(each)));
    return noise;
  }
}
