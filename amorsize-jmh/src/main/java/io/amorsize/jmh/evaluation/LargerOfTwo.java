package io.amorsize.jmh.evaluation;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The larger SAM statistic (Tusher, Tibshirani and Chu, PNAS 98, 2001) of log minimum and log mean
 * of the forks of a row.
 */
final class LargerOfTwo {

  private static final double EXCHANGEABLE_NOISE = 0.003;

  private final double[] minima;
  private final double[] means;
  private final int baseForks;

  private LargerOfTwo(double[] minima, double[] means, int baseForks) {
    this.minima = minima;
    this.means = means;
    this.baseForks = baseForks;
  }

  /**
   * A statistic and what it is of.
   *
   * @param value the larger statistic, at least 0
   * @param effect difference on the log scale; 0 where minimum and mean have opposite signs
   */
  record Statistic(double value, double effect) {}

  static LargerOfTwo of(RowCosts base, RowCosts current) {
    return new LargerOfTwo(
        logs(base.forkMinima(), current.forkMinima()),
        logs(base.forkMeans(), current.forkMeans()),
        base.forkMeans().length);
  }

  private static double[] logs(double[] base, double[] current) {
    return DoubleStream.concat(DoubleStream.of(base), DoubleStream.of(current))
        .map(Math::log)
        .toArray();
  }

  /** The statistic of the sides as they are. */
  Statistic statistic() {
    return statistic(IntStream.range(0, baseForks).toArray());
  }

  /** Its values in all relabelings of the forks, the sides as they are among them. */
  double[] relabeled() {
    boolean equal = minima.length == 2 * baseForks;
    return combinations().stream()
        // Of equal sides a split and its complement are the same.
        .filter(picked -> !equal || picked[0] == 0)
        .mapToDouble(picked -> statistic(picked).value())
        .toArray();
  }

  private List<int[]> combinations() {
    Iterable<int[]> all = () -> CombinatoricsUtils.combinationsIterator(minima.length, baseForks);
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  /** The statistic where these forks, in rising order, make up the first side. */
  private Statistic statistic(int[] picked) {
    Statistic minimum = sam(minima, picked);
    Statistic mean = sam(means, picked);
    Statistic larger = minimum.value() >= mean.value() ? minimum : mean;
    boolean opposite = minimum.effect() * mean.effect() < 0;
    return opposite ? new Statistic(larger.value(), 0) : larger;
  }

  private static Statistic sam(double[] values, int[] picked) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    double first = 0;
    for (int fork : picked) {
      first += values[fork];
    }
    int others = values.length - picked.length;
    double firstMean = first / picked.length;
    double otherMean = (total - first) / others;
    double squares = 0;
    int next = 0;
    for (int fork = 0; fork < values.length; fork++) {
      boolean isPicked = next < picked.length && picked[next] == fork;
      next += isPicked ? 1 : 0;
      double deviation = values[fork] - (isPicked ? firstMean : otherMean);
      squares += deviation * deviation;
    }
    double variance = squares / (values.length - 2);
    double error = Math.sqrt(variance * (1.0 / picked.length + 1.0 / others));
    double effect = otherMean - firstMean;
    return new Statistic(Math.abs(effect) / (error + EXCHANGEABLE_NOISE), effect);
  }
}
