package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.unit.Better;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * What sessions of one jar against itself tell of a host: whatever the rule flags there is a false
 * alarm, and what differs is noise.
 *
 * @param sessions how many sessions
 * @param noise how much two sessions differ, row by row, beyond what their forks explain
 * @param forkSds sd of the log cost between the forks of one session, for each row
 * @param within alarms between the two sides of each session
 * @param untold alarms between each two sessions, judged as if they were one
 * @param told the same, judged with the noise between sessions
 */
public record Calibration(
    int sessions,
    LearnedNoise noise,
    Map<BenchmarkKey, Double> forkSds,
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

  /**
   * How often the rule flagged what had not changed.
   *
   * @param comparisons how many comparisons of whole runs
   * @param rows rows that were judged in them
   * @param expected rows that the rule flags by its measured rate
   * @param flagged rows that were flagged, called ones among them
   * @param called rows that were called slower or faster
   */
  public record Alarms(int comparisons, int rows, double expected, int flagged, int called) {

    private static final Alarms NONE = new Alarms(0, 0, 0, 0, 0);

    private Alarms plus(Comparison comparison) {
      int judged = 0;
      int more = 0;
      int verdicts = 0;
      for (RowComparison row : comparison.rows()) {
        boolean isCalled = row.verdict() == Verdict.SLOWER || row.verdict() == Verdict.FASTER;
        judged += row.isJudged() ? 1 : 0;
        more += isCalled || row.suspect() ? 1 : 0;
        verdicts += isCalled ? 1 : 0;
      }
      return new Alarms(
          comparisons + 1,
          rows + judged,
          expected + DecisionRule.FLAG_RATE * judged,
          flagged + more,
          called + verdicts);
    }
  }

  /** Copies the map. */
  public Calibration {
    forkSds = Map.copyOf(forkSds);
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
      within = within.plus(Comparison.of(session.base(), session.candidate(), rule));
    }
    return new Calibration(
        measured.size(),
        noise,
        forkSds(runs),
        within,
        between(runs, rule),
        between(runs, rule.withNoise(noise.forRows())));
  }

  private static Alarms between(List<BenchmarkRun> runs, DecisionRule rule) {
    Alarms alarms = Alarms.NONE;
    for (int i = 0; i < runs.size(); i++) {
      for (int k = i + 1; k < runs.size(); k++) {
        alarms = alarms.plus(Comparison.of(runs.get(i), runs.get(k), rule));
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

  private static Map<BenchmarkKey, Double> forkSds(List<BenchmarkRun> runs) {
    Map<BenchmarkKey, List<double[]>> logs = new LinkedHashMap<>();
    for (BenchmarkRun run : runs) {
      for (BenchmarkRow row : run.rows()) {
        logMeans(row)
            .ifPresent(
                values ->
                    logs.computeIfAbsent(row.key().withoutPlan(), unused -> new ArrayList<>())
                        .add(values));
      }
    }
    Map<BenchmarkKey, Double> sds = new LinkedHashMap<>();
    logs.forEach((key, sessions) -> pooledSd(sessions).ifPresent(sd -> sds.put(key, sd)));
    return sds;
  }

  private static Optional<double[]> logMeans(BenchmarkRow row) {
    boolean inverted = row.primary().unit().better() == Better.HIGHER;
    ForkCosts costs =
        ForkCosts.of(
            row.primary().measurements().forks().stream()
                .map(Fork::stream)
                .map(scores -> scores.map(score -> inverted ? 1 / score : score).toArray())
                .toArray(double[][]::new));
    return costs.forks() > 1 && costs.arePositive()
        ? Optional.of(costs.logMeans())
        : Optional.empty();
  }

  private static OptionalDouble pooledSd(List<double[]> sessions) {
    return sessions.stream()
        .mapToDouble(values -> Variance.of(values).getAsDouble())
        .average()
        .stream()
        .map(Math::sqrt)
        .findFirst();
  }
}
