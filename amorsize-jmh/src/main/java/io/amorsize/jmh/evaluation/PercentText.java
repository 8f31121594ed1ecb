package io.amorsize.jmh.evaluation;

import java.util.Locale;

/** Estimates as people read them, the same in every locale. */
final class PercentText {

  private static final double SMALL = 9.95;

  private PercentText() {}

  /** A share in percent for narrow columns, for example {@code 96±1} or {@code 4.2±0.3}. */
  static String narrow(Estimate share) {
    String value = narrow(share.value());
    return Double.isNaN(share.standardError())
        ? value
        : value + "±" + narrow(share.standardError());
  }

  /** The same without a standard error. */
  static String narrow(double share) {
    double percent = 100 * share;
    return String.format(Locale.ROOT, percent < SMALL ? "%.1f" : "%.0f", percent);
  }

  /** A share in percent with its standard error, for example {@code 0.96 ± 0.12}. */
  static String of(Estimate share) {
    return scaled(share, 100);
  }

  /** A mean with its standard error. */
  static String ofMean(Estimate mean) {
    return scaled(mean, 1);
  }

  private static String scaled(Estimate estimate, double scale) {
    if (estimate.trials() == 0) {
      return "";
    }
    double value = scale * estimate.value();
    String pattern = value < 5 ? "%.2f" : "%.1f";
    String shown = String.format(Locale.ROOT, pattern, value);
    return Double.isNaN(estimate.standardError())
        ? shown
        : shown + " ± " + String.format(Locale.ROOT, pattern, scale * estimate.standardError());
  }
}
