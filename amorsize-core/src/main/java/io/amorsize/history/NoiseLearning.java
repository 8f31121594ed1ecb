package io.amorsize.history;

import io.amorsize.policy.Glob;
import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * Learns from nights of one commit, on one machine each, how much sessions differ: what varies
 * there is not the code.
 *
 * <p>For each series, the variance of the log cost between nights of one commit is pooled over the
 * commits; what the forks within a night explain is taken off, since a comparison counts it by
 * itself. Few nights say little, so that the variance of a series is drawn towards the median of
 * all series, which counts as much as {@link #PRIOR_REPEATS} nights (the moderated variance of
 * Smyth, Statistical Applications in Genetics and Molecular Biology 3, 2004, with the prior's
 * weight fixed).
 */
public final class NoiseLearning {

  static final int PRIOR_REPEATS = 4;

  /** More say hardly more, and old ones say how the machines were once. */
  private static final int MOST_NIGHTS = 100;

  private static final RowSelection EVERYTHING =
      new RowSelection(List.of(), List.of(), List.of(Glob.ANY));

  private final Function<SeriesPoint, ?> machine;

  /** Sum of the squares between nights, nights beyond the first, and the forks' own variance. */
  private record Evidence(double squares, int repeats, double within) {

    double variance() {
      return Math.max(0, squares / repeats - within);
    }
  }

  private final Map<SeriesKey, Evidence> evidence = new LinkedHashMap<>();

  /**
   * Learning that tells machines apart.
   *
   * @param machine gives equal values for points that one machine measured
   */
  public NoiseLearning(Function<SeriesPoint, ?> machine) {
    this.machine = machine;
  }

  /** Learning that tells machines apart by what was recorded of them. */
  public NoiseLearning() {
    this(Machine::of);
  }

  /**
   * Learns from a history: from all series of those runs that share their commit with another.
   *
   * @param store the history, in which nothing is changed
   */
  public static LearnedNoise from(HistoryStore store) {
    NoiseLearning learning = new NoiseLearning();
    List<RecordedRun> repeated = repeated(store.runs(RunFilter.ALL));
    if (!repeated.isEmpty()) {
      store.series(repeated, EVERYTHING, learning::add);
    }
    return learning.learned();
  }

  /** The latest runs that share their commit with another. */
  private static List<RecordedRun> repeated(List<RecordedRun> runs) {
    Map<Optional<String>, Long> counts =
        runs.stream()
            .collect(Collectors.groupingBy(run -> run.origin().commit(), Collectors.counting()));
    List<RecordedRun> repeated =
        runs.stream()
            .filter(run -> run.origin().commit().isPresent())
            .filter(run -> counts.get(run.origin().commit()) > 1)
            .toList();
    return repeated.subList(Math.max(0, repeated.size() - MOST_NIGHTS), repeated.size());
  }

  /** Looks at a series; one without two nights of one commit and machine says nothing. */
  public void add(Series series) {
    Map<List<?>, List<SeriesPoint>> sessions = new HashMap<>();
    for (SeriesPoint point : series.points()) {
      point
          .run()
          .origin()
          .commit()
          .filter(commit -> point.cost().isPresent())
          .ifPresent(
              commit ->
                  sessions
                      .computeIfAbsent(
                          List.of(commit, machine.apply(point)), unused -> new ArrayList<>())
                      .add(point));
    }
    double squares = 0;
    int repeats = 0;
    List<Double> within = new ArrayList<>();
    for (List<SeriesPoint> same : sessions.values()) {
      if (same.size() > 1) {
        double[] logs = same.stream().mapToDouble(point -> logCost(point)).toArray();
        squares += Variance.of(logs).getAsDouble() * (logs.length - 1);
        repeats += logs.length - 1;
        same.forEach(point -> varianceOfCenter(point).ifPresent(within::add));
      }
    }
    if (repeats > 0) {
      double ofForks = within.stream().mapToDouble(Double::doubleValue).average().orElse(0);
      evidence.put(series.key(), new Evidence(squares, repeats, ofForks));
    }
  }

  private static double logCost(SeriesPoint point) {
    return Math.log(point.cost().orElseThrow());
  }

  /** Variance of a night's center by its own forks; unknown for one fork. */
  private static OptionalDouble varianceOfCenter(SeriesPoint point) {
    double[] logs = point.costs().logMeans();
    return logs.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Variance.of(logs).getAsDouble() / logs.length);
  }

  /** What was learned so far. */
  public LearnedNoise learned() {
    if (evidence.isEmpty()) {
      return LearnedNoise.NONE;
    }
    double[] variances = evidence.values().stream().mapToDouble(Evidence::variance).toArray();
    double usual = Median.withDefaults().evaluate(variances);
    Map<SeriesKey, SeriesNoise> series = new HashMap<>();
    evidence.forEach(
        (key, seen) -> {
          double moderated =
              (PRIOR_REPEATS * usual + seen.repeats() * seen.variance())
                  / (PRIOR_REPEATS + seen.repeats());
          series.put(key, new SeriesNoise(sdOfRatio(moderated), seen.repeats()));
        });
    return new LearnedNoise(sdOfRatio(usual), series);
  }

  /** Two sessions vary, each by itself. */
  private static double sdOfRatio(double varianceOfSession) {
    return Math.sqrt(2 * varianceOfSession);
  }
}
