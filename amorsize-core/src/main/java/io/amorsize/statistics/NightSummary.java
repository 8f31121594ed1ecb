package io.amorsize.statistics;

import java.util.Arrays;

/**
 * Which value of its forks stands for a night. Where forks fall into modes, the best or the worst
 * of a few forks varies much less from night to night than their mean: on real nights up to seven
 * times.
 */
public enum NightSummary {
  /** The mean of the forks' logarithms. */
  MEAN {
    @Override
    double of(double[] logCosts) {
      return Sums.mean(logCosts);
    }
  },
  /** The fork with the least cost. */
  BEST {
    @Override
    double of(double[] logCosts) {
      return Arrays.stream(logCosts).min().orElseThrow();
    }
  },
  /** The fork with the highest cost. */
  WORST {
    @Override
    double of(double[] logCosts) {
      return Arrays.stream(logCosts).max().orElseThrow();
    }
  };

  /** Another summary than the mean must be quieter than it by so much. */
  private static final double QUIETER = 0.9;

  /** The summary of a night with at least one fork. */
  abstract double of(double[] logCosts);

  /** The summaries of some nights. */
  public double[] of(double[][] nights) {
    return Arrays.stream(nights).mapToDouble(this::of).toArray();
  }

  /**
   * The summary that scatters least.
   *
   * @param nights logarithms of the costs of each night's forks, at least one each
   * @param groups of each night
   */
  public static NightSummary quietest(double[][] nights, int[] groups) {
    NightSummary best = MEAN;
    double least = QUIETER * SuccessiveScale.of(MEAN.of(nights), groups);
    for (NightSummary summary : new NightSummary[] {BEST, WORST}) {
      double scale = SuccessiveScale.of(summary.of(nights), groups);
      if (scale < least) {
        least = scale;
        best = summary;
      }
    }
    return best;
  }
}
