package io.amorsize.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How a series stands on one machine.
 *
 * @param machine the machine
 * @param nights what it measured by time, at least one
 * @param median median of the nights' values, in the unit of the series
 * @param spread robust sd of the nights' log costs, a share; empty for less than 3 nights, or where
 *     not every score is above 0
 * @param change cost of the last night over the median cost of those before it, less 1; empty for a
 *     first night
 * @param standsOut whether the last night lies outside of what those before it varied by
 */
public record Trend(
    Machine machine,
    List<Night> nights,
    double median,
    OptionalDouble spread,
    OptionalDouble change,
    boolean standsOut) {

  /** The nights that the last one is held against. */
  private static final int NIGHTS_BEFORE = 10;

  /** So few nights do not show what is usual. */
  private static final int FEWEST_BEFORE = 4;

  private static final int FEWEST_FOR_SPREAD = 3;

  /** Makes the median absolute deviation the sd of a normal distribution. */
  private static final double NORMAL = 1.4826;

  /**
   * Robust sds beyond which a night stands out: about one night in 100 does without a reason, the
   * spread of so few nights being uncertain itself.
   */
  private static final double SPREADS = 4;

  /** Smaller changes do not count; the threshold of comparisons. */
  private static final double LEAST_CHANGE = 0.03;

  /**
   * What one run says.
   *
   * @param run the run
   * @param value the center in the unit of the series
   * @param forks the forks' means in the unit of the series
   */
  public record Night(RecordedRun run, double value, List<Double> forks) {

    private static Night of(SeriesPoint point) {
      List<Double> forks = Arrays.stream(point.measurements().forkMeans()).boxed().toList();
      return new Night(point.run(), point.value(), forks);
    }
  }

  /** Copies the nights. */
  public Trend {
    nights = List.copyOf(nights);
  }

  /** The trends of a series, the machine that was used last first. */
  public static List<Trend> of(Series series) {
    Map<Machine, List<SeriesPoint>> machines = new LinkedHashMap<>();
    for (int i = series.points().size() - 1; i >= 0; i--) {
      SeriesPoint point = series.points().get(i);
      machines.computeIfAbsent(Machine.of(point), unused -> new ArrayList<>()).add(0, point);
    }
    return machines.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
  }

  private static Trend of(Machine machine, List<SeriesPoint> points) {
    List<Night> nights = points.stream().map(Night::of).toList();
    double median = median(nights.stream().mapToDouble(Night::value).toArray());
    double[] logs =
        points.stream()
            .map(SeriesPoint::cost)
            .flatMapToDouble(OptionalDouble::stream)
            .map(Math::log)
            .toArray();
    OptionalDouble none = OptionalDouble.empty();
    if (logs.length < nights.size()) {
      return new Trend(machine, nights, median, none, none, false);
    }
    int last = logs.length - 1;
    double[] before = Arrays.copyOfRange(logs, Math.max(0, last - NIGHTS_BEFORE), last);
    if (before.length == 0) {
      return new Trend(machine, nights, median, none, none, false);
    }
    double shift = logs[last] - median(before);
    double usual = SPREADS * spread(before).orElse(Double.POSITIVE_INFINITY);
    boolean standsOut =
        before.length >= FEWEST_BEFORE
            && Math.abs(shift) > Math.max(usual, Math.log1p(LEAST_CHANGE));
    return new Trend(
        machine, nights, median, spread(logs), OptionalDouble.of(Math.expm1(shift)), standsOut);
  }

  private static OptionalDouble spread(double[] logs) {
    if (logs.length < FEWEST_FOR_SPREAD) {
      return OptionalDouble.empty();
    }
    double center = median(logs);
    double[] sizes = Arrays.stream(logs).map(log -> Math.abs(log - center)).toArray();
    return OptionalDouble.of(NORMAL * median(sizes));
  }

  private static double median(double[] values) {
    return Median.withDefaults().withCopy(true).evaluate(values);
  }

  /** The last night. */
  public Night last() {
    return nights.get(nights.size() - 1);
  }
}
