package io.amorsize.jmh.evaluation;

import java.util.Locale;

/** Estimates as people read them, the same in every locale. */
final class PercentText {

  private PercentText() {}

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
