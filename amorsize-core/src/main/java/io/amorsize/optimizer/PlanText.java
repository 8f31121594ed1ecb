package io.amorsize.optimizer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in the words of a reason, without a formatter: its first use takes milliseconds. */
final class PlanText {

  private PlanText() {}

  /** A time with three significant digits, for example {@code 82.4 us}. */
  static String time(double nanos) {
    if (nanos < 1e3) {
      return digits(nanos) + " ns";
    }
    if (nanos < 1e6) {
      return digits(nanos / 1e3) + " us";
    }
    return nanos < 1e9 ? digits(nanos / 1e6) + " ms" : digits(nanos / 1e9) + " s";
  }

  /** A speedup with two decimals, for example {@code 1.87x}. */
  static String times(double value) {
    return decimals(value, 2) + "x";
  }

  /** How many threads of others, for example {@code 1 other thread}. */
  static String otherThreads(int count) {
    return count + (count == 1 ? " other thread" : " other threads");
  }

  private static String digits(double value) {
    return decimals(value, value < 10 ? 2 : value < 100 ? 1 : 0);
  }

  private static String decimals(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
