package io.amorsize.statistics;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a comparison could have seen: the smallest change found with 80 % power, and the forks that
 * a smaller one would take.
 *
 * <p>For a change that moves all summaries alike, T grows by {@link ChangeStatistic#sensitivity},
 * so a change of {@code (c + 1) / sensitivity} crosses the critical value c with 80 % power (the
 * allowance of 1 was measured), and the threshold itself is passed with 80 % power from {@code
 * log(1 + threshold) + 0.84 se} on. Planted at exactly this size, changes were found in 75 to 85 %
 * of new samples of the same forks.
 */
public final class DetectableChange {

  private static final double POWER_ALLOWANCE = 1.0;

  /** Standard normal quantile of 80 %. */
  private static final double POWER_QUANTILE = 0.84;

  private static final int FEWEST_FORKS = 3;
  private static final int MOST_FORKS = 100;

  private final NullTable table;
  private final double level;

  /**
   * A calculator.
   *
   * @param table null distributions
   * @param level probability at which a row is called, in (0, 1)
   */
  public DetectableChange(NullTable table, double level) {
    this.table = table;
    this.level = level;
  }

  /** The smallest change of a row found with 80 % power, as a share: 0.05 is 5 %. */
  public double smallest(SuiteTest.Row row) {
    NullDistribution distribution = new SuiteTest(table).distribution(row);
    return Math.expm1(
        smallestLog(
            errors(row), distribution.critical(level), row.logThreshold(), row.sessionSd()));
  }

  /**
   * Forks a side to find a change with 80 % power.
   *
   * @param row the row as it was measured
   * @param logChange the change to be found, on the log scale
   * @return from 3 to 100; empty where 100 are not enough
   */
  public OptionalInt forksNeeded(SuiteTest.Row row, double logChange) {
    double perFork = Math.sqrt(1.0 / row.base().forks() + 1.0 / row.current().forks());
    int iterations = Math.min(row.base().leastIterations(), row.current().leastIterations());
    double[] measured = errors(row);
    for (int forks = FEWEST_FORKS; forks <= MOST_FORKS; forks++) {
      double critical = table.find(forks, forks, iterations, row.logThreshold()).critical(level);
      double scale = Math.sqrt(2.0 / forks) / perFork;
      double[] errors = Arrays.stream(measured).map(error -> scale * error).toArray();
      if (smallestLog(errors, critical, row.logThreshold(), row.sessionSd()) <= logChange) {
        return OptionalInt.of(forks);
      }
    }
    return OptionalInt.empty();
  }

  /** Standard errors of the summaries, as they were measured. */
  private static double[] errors(SuiteTest.Row row) {
    double[] errors = new double[ForkSummaries.COUNT];
    for (int k = 0; k < errors.length; k++) {
      errors[k] = Shift.of(row.base().summary(k), row.current().summary(k)).standardError();
    }
    return errors;
  }

  private static double smallestLog(
      double[] withinSession, double critical, double logThreshold, double sessionSd) {
    double[] errors = new double[withinSession.length];
    for (int k = 0; k < errors.length; k++) {
      errors[k] = Math.hypot(withinSession[k], sessionSd);
    }
    double byStatistic = (critical + POWER_ALLOWANCE) / ChangeStatistic.sensitivity(errors);
    double byThreshold =
        logThreshold + POWER_QUANTILE * errors[ChangeStatistic.expectedLead(errors)];
    return Math.max(byStatistic, byThreshold);
  }
}
