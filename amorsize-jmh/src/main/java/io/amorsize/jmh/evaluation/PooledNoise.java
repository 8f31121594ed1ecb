package io.amorsize.jmh.evaluation;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * How much two sessions of the same code differ, learned from nights of one commit: over all rows
 * of all pairs of nights, the log of the ratio of the two nights' centers. Its center is 0, since
 * nothing changed. It is a ratio of two sessions already, so nothing is divided by the square root
 * of 2; the noise between the forks is in it, so that it is rather too large.
 *
 * <p>It is 0, for nothing is known, where no other commit was measured twice.
 */
final class PooledNoise {

  /** Makes the median absolute deviation the sd of a normal distribution. */
  private static final double NORMAL = 1.4826;

  /** For each pair of one commit, the log ratios of its rows. */
  private final Map<NightPair, double[]> logRatios = new LinkedHashMap<>();

  static PooledNoise of(List<NightPair> pairs) {
    PooledNoise noise = new PooledNoise();
    for (NightPair pair : pairs) {
      if (pair.isOfOneCommit()) {
        noise.logRatios.put(pair, logRatios(pair.compare(DecisionRule.defaults())));
      }
    }
    return noise;
  }

  private static double[] logRatios(Comparison comparison) {
    return comparison.rows().stream()
        .map(RowComparison::change)
        .flatMapToDouble(change -> change.slowdown().stream())
        .map(Math::log)
        .toArray();
  }

  /** 1.4826 times the median size of the log ratio, without the commits of a pair; or 0. */
  double robustSdWithout(NightPair left) {
    double[] sizes = sizesWithout(left);
    return sizes.length == 0 ? 0 : NORMAL * Median.withDefaults().evaluate(sizes);
  }

  /** Root of the mean square of the log ratio, without the commits of a pair; or 0. */
  double plainSdWithout(NightPair left) {
    double[] sizes = sizesWithout(left);
    return Math.sqrt(DoubleStream.of(sizes).map(size -> size * size).average().orElse(0));
  }

  private double[] sizesWithout(NightPair left) {
    List<double[]> kept = new ArrayList<>();
    logRatios.forEach(
        (pair, ratios) -> {
          if (!left.touches(pair.base().commit())) {
            kept.add(ratios);
          }
        });
    return kept.stream().flatMapToDouble(DoubleStream::of).map(Math::abs).toArray();
  }
}
