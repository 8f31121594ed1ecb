package io.amorsize.result;

import io.amorsize.statistics.Interval;
import io.amorsize.statistics.PairedRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What to do about a prediction that was measured, in sentences: what it is worth comes first. */
final class SpeedupAdvice {

  /** A plan that gains less is hardly worth its threads. */
  private static final double LITTLE = 1.2;

  private SpeedupAdvice() {}

  /**
   * What to do about a parallel plan.
   *
   * @param measured the measured speedup
   * @param predicted the predicted one
   */
  static List<String> ofParallel(PairedRatio measured, double predicted) {
    double actual = measured.ratio();
    double accuracy = BenchmarkResult.accuracyPercent(actual, predicted);
    List<String> advice = new ArrayList<>();
    advice.add(worth(accuracy));
    if (AccuracyBand.of(accuracy).compareTo(AccuracyBand.GOOD) > 0) {
      advice.add(
          measured.interval().filter(i -> i.contains(predicted)).isPresent()
              ? unsure(measured.interval().orElseThrow())
              : difference(actual, predicted));
    }
    if (actual < 1) {
      advice.add(
          format(
              "The plan is slower than a serial loop (%.2fx): use the serial loop, or make the items"
                  + " larger.",
              actual));
    } else if (actual < LITTLE) {
      advice.add(
          format(
              "The plan gains little (%.2fx): dispatch, shared memory or the host takes nearly all"
                  + " of it; a serial loop leaves the other cores free.",
              actual));
    }
    return advice;
  }

  /**
   * What to do about a serial plan.
   *
   * @param alternative the measured speedup of the best parallel plan
   * @param accuracy accuracy of the decision, in percent
   */
  static List<String> ofSerial(PairedRatio alternative, double accuracy) {
    String found = format("The best parallel alternative gave %.2fx: ", alternative.ratio());
    if (alternative.ratio() <= 1) {
      return List.of(worth(accuracy), found + "the serial loop is the best plan.");
    }
    boolean maybeNone = alternative.interval().filter(interval -> interval.contains(1)).isPresent();
    return List.of(
        worth(accuracy),
        found
            + (maybeNone
                ? "it may be no faster than the serial loop, its interval holds 1."
                : "the serial plan gave speed away; plan again on a quieter host, with a longer"
                    + " planning time or more items."));
  }

  private static String worth(double accuracy) {
    AccuracyBand band = AccuracyBand.of(accuracy);
    String word = band.label();
    return format(
        "%s%s: the prediction is %.1f %% accurate; %s.",
        word.substring(0, 1).toUpperCase(Locale.ROOT), word.substring(1), accuracy, band.advice());
  }

  private static String unsure(Interval interval) {
    return format(
        "It cannot be told for sure: the interval of the measured speedup, %.2fx to %.2fx, holds"
            + " the prediction; measure longer or on a quieter host.",
        interval.lower(), interval.upper());
  }

  private static String difference(double actual, double predicted) {
    return actual > predicted
        ? format(
            "More was measured than predicted (%.2fx against %.2fx): the host had fewer cores to"
                + " give while planning, or the sample was slower than the rest; plan again.",
            actual, predicted)
        : format(
            "Less was measured than predicted (%.2fx against %.2fx): the host had fewer cores to"
                + " give than while planning ('doctor' tells), the items compete for memory or a"
                + " lock, or the sample was not like the rest; plan again with a longer planning"
                + " time, or with fewer threads.",
            actual, predicted);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
