package io.amorsize.statistics;

/**
 * Where a step is: the position that fits best, and the first and last of those that fit nearly as
 * well. A place fits by the sum of {@link RobustCost} where the values before it are held against
 * the median before the step and the others against the median after it.
 *
 * @param best position of the first value after the step
 * @param earliest first position whose cost is at most {@value #WORSE} above the least
 * @param latest last such position
 */
record StepPlace(int best, int earliest, int latest) {

  /** On planted steps of 2 to 10 % the range so found held the true place in 94 to 100 %. */
  private static final double WORSE = 6;

  /**
   * The place of a step.
   *
   * @param values of the levels before and after, in standard deviations
   * @param at about where the step is, positive and below the number of values
   */
  static StepPlace of(double[] values, int at) {
    double before = Medians.of(values, 0, at);
    double after = Medians.of(values, at, values.length);
    double[] costs = new double[values.length];
    double sum = 0;
    int best = 1;
    for (int i = 1; i < values.length; i++) {
      sum += RobustCost.of(values[i - 1] - before) - RobustCost.of(values[i - 1] - after);
      costs[i] = sum;
      best = costs[i] < costs[best] ? i : best;
    }
    int earliest = best;
    int latest = best;
    for (int i = 1; i < values.length; i++) {
      if (costs[i] <= costs[best] + WORSE) {
        earliest = Math.min(earliest, i);
        latest = i;
      }
    }
    return new StepPlace(best, earliest, Math.max(best, latest));
  }
}
