package io.amorsize.jmh.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/** Rules that hold a night against those before it. */
enum NightRules implements TrendMethod {
  /** Against the last night. */
  LAST_NIGHT("last night > 5 %") {
    @Override
    boolean alarms(double[] before, double tonight) {
      return before.length > 0 && Math.abs(tonight - before[before.length - 1]) > Math.log(1.05);
    }
  },
  /** Against the median of a week. */
  WEEK("7-night median > 10 %") {
    @Override
    boolean alarms(double[] before, double tonight) {
      if (before.length < 7) {
        return false;
      }
      double[] week = Arrays.copyOfRange(before, before.length - 7, before.length);
      return Math.abs(tonight - Median.withDefaults().evaluate(week)) > Math.log(1.10);
    }
  },
  /** Against mean and standard deviation of the last hundred. */
  Z_SCORE("z-score, 5 sigma") {
    @Override
    boolean alarms(double[] before, double tonight) {
      if (before.length < 7) {
        return false;
      }
      double[] known = Arrays.copyOfRange(before, Math.max(0, before.length - 100), before.length);
      double mean = Arrays.stream(known).average().orElseThrow();
      return Math.abs(tonight - mean) > 5 * Math.sqrt(Variance.of(known).getAsDouble());
    }
  };

  private final String label;

  NightRules(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether a night alarms after those before it. */
  abstract boolean alarms(double[] before, double tonight);

  @Override
  public List<Integer> changes(PlayedNights suite, int nights, int row) {
    double[] means = suite.means(row, nights);
    return IntStream.range(1, nights)
        .filter(night -> alarms(Arrays.copyOf(means, night), means[night]))
        .boxed()
        .toList();
  }
}
