package io.amorsize.statistics;

import java.util.Arrays;

/**
 * When a session that measures both sides fork by fork may stop: after 2, 3, ... pairs of forks, up
 * to a greatest number.
 *
 * <p>Looking often finds often, so every look has its own level for the probability by the {@link
 * NullTable}. The levels were chosen on measured benchmarks so that 0.02, 0.13, 0.25 and 0.5 % of
 * unchanged rows are called for the first time at 2, 3, 4 and 5 pairs (error spending: Lan and
 * DeMets, Biometrika 70, 1983), 0.9 % in all; played on the recordings, 0.04 to 0.09, 0.13 to 0.29,
 * 0.24 to 0.28 and 0.37 to 0.62 % are, 0.8 to 1.2 % in all. With up to 10 pairs the levels stand
 * for 0.02, 0.08, 0.1, 0.15, 0.1, 0.1, 0.12, 0.13 and 0.2 %: 0.3 to 1.0 % of unchanged rows are
 * flagged in all. With fewer pairs at most than 5, the last look spends what is left by the union
 * bound.
 */
public final class SequentialDesign {

  /** Pairs of forks before which nothing is looked at. */
  public static final int FEWEST_PAIRS = 2;

  /** More pairs than this have no levels. */
  public static final int MOST_PAIRS = 10;

  /** A probability after several looks is at most so many times the one of a single look. */
  private static final double SEVERAL_LOOKS = 2;

  /** Share of unchanged rows that may be flagged in all. */
  static final double TOTAL = 0.009;

  private static final int SHORT = 5;
  private static final double[] LEVELS_OF_5 = {.00027, .0014, .0035, .0074};
  private static final double[] LEVELS_OF_10 = {
    .00027, .0009, .0015, .0023, .0026, .0026, .0033, .0068, .018
  };

  /** Below these values of T a change is not worth looking for any longer. */
  private static final double[] FUTILITY_OF_5 = {.5, 1.0, 1.5};

  private static final double[] FUTILITY_OF_10 = {.5, 1.0, 1.3, 1.5, 1.6, 1.7, 1.8, 1.9};

  private final double[] levels;
  private final double[] futility;

  private SequentialDesign(double[] levels, double[] futility) {
    this.levels = levels;
    this.futility = futility;
  }

  /**
   * The design for so many pairs at most.
   *
   * @param pairs from {@value #FEWEST_PAIRS} to {@value #MOST_PAIRS}
   */
  public static SequentialDesign upTo(int pairs) {
    if (pairs < FEWEST_PAIRS || pairs > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "pairs must be %d to %d, is %d".formatted(FEWEST_PAIRS, MOST_PAIRS, pairs));
    }
    int looks = pairs - FEWEST_PAIRS + 1;
    double[] levels = Arrays.copyOf(pairs <= SHORT ? LEVELS_OF_5 : LEVELS_OF_10, looks);
    if (pairs < SHORT) {
      double spent = Arrays.stream(levels, 0, looks - 1).sum();
      levels[looks - 1] = TOTAL - spent;
    }
    return new SequentialDesign(
        levels, Arrays.copyOf(pairs <= SHORT ? FUTILITY_OF_5 : FUTILITY_OF_10, looks - 1));
  }

  /** The same design that never gives a row up for want of a sign. */
  public SequentialDesign withoutGivingUp() {
    return new SequentialDesign(levels, new double[futility.length]);
  }

  /** Pairs after which no more are measured. */
  public int mostPairs() {
    return FEWEST_PAIRS + levels.length - 1;
  }

  /** A row is called at this probability by the table, after so many pairs. */
  public double level(int pairs) {
    return levels[Math.min(look(pairs), levels.length - 1)];
  }

  /**
   * Whether there is so little sign of a change that more pairs are not worth their time.
   *
   * @param pairs pairs of forks so far
   * @param statistic T whatever the effect
   */
  public boolean givesUp(int pairs, double statistic) {
    int look = look(pairs);
    return look < futility.length && statistic < futility[look];
  }

  /** The probability of a row that was looked at several times. */
  static double afterLooks(double tableP) {
    return Math.min(1, SEVERAL_LOOKS * tableP);
  }

  private static int look(int pairs) {
    if (pairs < FEWEST_PAIRS) {
      throw new IllegalArgumentException("pairs must be " + FEWEST_PAIRS + " or more, is " + pairs);
    }
    return pairs - FEWEST_PAIRS;
  }
}
