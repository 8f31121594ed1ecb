package io.amorsize.jmh.evaluation;

import io.amorsize.statistics.SteadyState;
import io.amorsize.statistics.WarmupLength;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * A way to tell where a fork settles.
 *
 * @param name what it is called
 * @param rule gives the first steady iteration, empty for never, from seconds for an operation of
 *     every iteration of 0.1 s
 */
record SteadyMethod(String name, Rule rule) {

  private static final int PER_SECOND = 10;
  private static final double FIVE_PERCENT = 0.05;

  /** All, ours first. */
  static final List<SteadyMethod> ALL =
      List.of(
          new SteadyMethod("steady", costs -> SteadyState.of(costs).start()),
          new SteadyMethod("windows of 5 (ab before)", SteadyMethod::pilotRule),
          new SteadyMethod("means of 50 within 5 %", costs -> bins(costs, false)),
          new SteadyMethod("medians of 50 within 5 %", costs -> bins(costs, true)),
          new SteadyMethod("CoV < 5 % over 10 x 1 s", SteadyMethod::calmSeconds),
          new SteadyMethod("5 s", costs -> OptionalInt.of(5 * PER_SECOND)),
          new SteadyMethod("50 s", costs -> OptionalInt.of(50 * PER_SECOND)));

  /** The rule of a method. */
  interface Rule {
    OptionalInt start(double[] costs);
  }

  private static OptionalInt pilotRule(double[] costs) {
    WarmupLength found = WarmupLength.of(costs);
    return found.settled() ? OptionalInt.of(found.iterations()) : OptionalInt.empty();
  }

  /** Behind the last bin of 50 iterations that lies off the last 500. */
  private static OptionalInt bins(double[] costs, boolean medians) {
    int bin = 50;
    int end = costs.length - 500;
    double level = center(costs, end, costs.length, medians);
    for (int from = end - bin; from >= 0; from -= bin) {
      if (Math.abs(center(costs, from, from + bin, medians) / level - 1) > FIVE_PERCENT) {
        return from + bin >= end ? OptionalInt.empty() : OptionalInt.of(from + bin);
      }
    }
    return OptionalInt.of(0);
  }

  private static double center(double[] costs, int from, int to, boolean medians) {
    double[] part = Arrays.copyOfRange(costs, from, to);
    return medians
        ? Median.withDefaults().evaluate(part)
        : Arrays.stream(part).average().orElseThrow();
  }

  private static OptionalInt calmSeconds(double[] costs) {
    double[] seconds = new double[costs.length / PER_SECOND];
    Arrays.setAll(
        seconds,
        i -> Arrays.stream(costs, i * PER_SECOND, (i + 1) * PER_SECOND).average().orElseThrow());
    for (int to = PER_SECOND; to <= seconds.length; to++) {
      double[] window = Arrays.copyOfRange(seconds, to - PER_SECOND, to);
      double variation =
          StandardDeviation.of(window).getAsDouble()
              / Arrays.stream(window).average().orElseThrow();
      if (variation < FIVE_PERCENT) {
        return OptionalInt.of((to - PER_SECOND) * PER_SECOND);
      }
    }
    return OptionalInt.empty();
  }
}
