package io.amorsize.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How many iterations of a fork are warm-up.
 *
 * <p>The last third of the fork gives the level; warm-up ends where the median of every window of 5
 * iterations from there on lies within 3 % of it, or within 3 standard errors of a window's median
 * where iterations scatter more. Medians keep a single slow iteration, such as a collection, from
 * looking like warm-up.
 *
 * @param iterations iterations before the level is reached for good; all up to the last third if
 *     never
 * @param settled whether the level is reached before the last third
 */
public record WarmupLength(int iterations, boolean settled) {

  /** With fewer iterations nothing can be said. */
  public static final int FEWEST_ITERATIONS = 10;

  private static final int WINDOW = 5;
  private static final double TOLERANCE = 0.03;
  private static final double STANDARD_ERRORS = 3;

  /** Standard error of a normal sample's median over that of its mean, for large samples. */
  private static final double MEDIAN_EFFICIENCY = Math.sqrt(Math.PI / 2);

  /** Standard deviation of a normal variable over its median absolute deviation. */
  private static final double NORMAL_MAD = 1.4826;

  /**
   * The warm-up of a fork.
   *
   * @param scores every iteration from the start of the JVM, positive, at least {@value
   *     #FEWEST_ITERATIONS}, in any unit
   */
  public static WarmupLength of(double[] scores) {
    if (scores.length < FEWEST_ITERATIONS) {
      throw new IllegalArgumentException(
          "need " + FEWEST_ITERATIONS + " iterations, are " + scores.length);
    }
    double[] logs = Arrays.stream(scores).map(Math::log).toArray();
    int lastThird = logs.length - logs.length / 3;
    double[] late = Arrays.copyOfRange(logs, lastThird, logs.length);
    double level = median(late);
    double tolerance = Math.max(Math.log1p(TOLERANCE), STANDARD_ERRORS * medianError(late));
    int start = logs.length - WINDOW;
    while (start >= 0 && isLevel(logs, start, level, tolerance)) {
      start--;
    }
    int iterations = start < 0 ? 0 : start + 1;
    return new WarmupLength(Math.min(iterations, lastThird), iterations < lastThird);
  }

  private static boolean isLevel(double[] logs, int start, double level, double tolerance) {
    double[] window = Arrays.copyOfRange(logs, start, start + WINDOW);
    return Math.abs(median(window) - level) <= tolerance;
  }

  /** From successive differences, so that a trend does not look like scatter. */
  private static double medianError(double[] values) {
    double[] steps = new double[values.length - 1];
    Arrays.setAll(steps, i -> Math.abs(values[i + 1] - values[i]));
    double deviation = NORMAL_MAD * median(steps) / Math.sqrt(2);
    return MEDIAN_EFFICIENCY * deviation / Math.sqrt(WINDOW);
  }

  private static double median(double[] values) {
    return Median.withDefaults().withCopy(true).evaluate(values);
  }
}
