package io.amorsize.statistics;

import java.util.Optional;

/**
 * A level that moved slowly: it keeps one level up to a position, changes by equal amounts until
 * another, and stays. Fitted by least squares to values that are clipped at {@value #CLIP} standard
 * deviations from the median of the five around them.
 *
 * @param from position of the last value at the old level
 * @param to position of the first value at the new level
 */
record Ramp(int from, int to) {

  private static final double CLIP = 3;
  private static final int AROUND = 2;

  /** Shorter ones look like steps. */
  static final int SHORTEST = 6;

  /** Starts and ends are sought so far from the steps that were found. */
  private static final int REACH = 100;

  /** A ramp has a level, a size and two places. */
  private static final int OWN_NUMBERS = 4;

  /** What it must be better by than its numbers pay for. */
  private static final double BETTER = 2;

  /** Sums over the values up to a position: of values, and of values times position. */
  private static final class Prefix {
    private final double[] plain;
    private final double[] moments;
    private final double squares;

    Prefix(double[] values) {
      plain = new double[values.length + 1];
      moments = new double[values.length + 1];
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        plain[i + 1] = plain[i] + values[i];
        moments[i + 1] = moments[i] + i * values[i];
        sum += values[i] * values[i];
      }
      squares = sum;
    }

    int length() {
      return plain.length - 1;
    }

    /** Squared residuals of one mean between two positions, less the squares of the values. */
    double meanFit(int from, int to) {
      double sum = plain[to] - plain[from];
      return -sum * sum / (to - from);
    }

    /** What a ramp must stay below in the place of some steps. */
    double bar(int[] starts) {
      double fit = squares;
      int from = 0;
      for (int start : starts) {
        fit += meanFit(from, start);
        from = start;
      }
      fit += meanFit(from, length());
      return fit + (2 * starts.length + 1 - OWN_NUMBERS) * Math.log(length()) - BETTER;
    }

    /** Squared residuals of a ramp. */
    double rampFit(int from, int to) {
      int n = length();
      double steps = to - from;
      double x = (steps - 1) / 2 + (n - to);
      double xx = (steps - 1) * (2 * steps - 1) / (6 * steps) + (n - to);
      double rising = (moments[to] - moments[from + 1]) - from * (plain[to] - plain[from + 1]);
      double xy = rising / steps + plain[n] - plain[to];
      double spread = xx - x * x / n;
      double together = xy - x * plain[n] / n;
      return squares - plain[n] * plain[n] / n - together * together / spread;
    }
  }

  /**
   * The ramp that describes some steps in one direction better than the steps do, by squared
   * residuals with log n for each number that is fitted (Schwarz, Ann. Stat. 6, 1978).
   *
   * @param values of the levels before, between and after the steps, in standard deviations
   * @param starts positions of the steps, at least one
   * @param proposed positions of these and of steps that were not confirmed, which must describe it
   *     worse too: two steps of which one is not certain yet are no drift
   */
  static Optional<Ramp> of(double[] values, int[] starts, int[] proposed) {
    Prefix prefix = new Prefix(clipped(values));
    int n = values.length;
    double bar = Math.min(prefix.bar(starts), prefix.bar(proposed));
    int first = starts[0];
    int last = starts[starts.length - 1];
    Ramp best = null;
    for (int s = Math.max(1, first - REACH); s < first; s++) {
      for (int e = Math.max(last, s + SHORTEST); e < Math.min(n, last + REACH); e++) {
        double fit = prefix.rampFit(s, e);
        if (fit < bar) {
          bar = fit;
          best = new Ramp(s, e);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static double[] clipped(double[] values) {
    double[] clipped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double around =
          Medians.of(values, Math.max(0, i - AROUND), Math.min(values.length, i + AROUND + 1));
      clipped[i] = Math.max(around - CLIP, Math.min(around + CLIP, values[i]));
    }
    return clipped;
  }
}
