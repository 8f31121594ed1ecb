package io.amorsize.jmh.evaluation;

import java.util.Arrays;
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

  private Statistic statistic(int[] picked) {
    Statistic minimum = sam(minima, picked);
    Statistic mean = sam(means, picked);
    Statistic larger = minimum.value() >= mean.value() ? minimum : mean;
    boolean opposite = minimum.effect() * mean.effect() < 0;
    return opposite ? new Statistic(larger.value(), 0) : larger;
  }

  private static Statistic sam(double[] values, int[] picked) {
    double[] first = Arrays.stream(picked).mapToDouble(fork -> values[fork]).toArray();
    double[] second =
        IntStream.range(0, values.length)
            .filter(fork -> Arrays.binarySearch(picked, fork) < 0)
            .mapToDouble(fork -> values[fork])
            .toArray();
    double effect = mean(second) - mean(first);
    double squares = squaredDeviations(first) + squaredDeviations(second);
    double variance = squares / (values.length - 2);
    double error = Math.sqrt(variance * (1.0 / first.length + 1.0 / second.length));
    return new Statistic(Math.abs(effect) / (error + EXCHANGEABLE_NOISE), effect);
  }

  private static double squaredDeviations(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum();
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).sum() / values.length;
  }
}
