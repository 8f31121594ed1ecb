package io.amorsize.jmh.evaluation;

import io.amorsize.trend.MachineTypes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * What is known to have changed in the recorded nights (prometheus/client_java): a commit of 6
 * February slowed four rows of text formats, a kernel of 28 March moved four rows of another
 * library by a percent, and a dependency of 23 April made five rows of OpenTelemetry faster.
 */
final class KnownSteps {

  private static final Step TEXT_FORMATS = new Step("2026-02-06", "TextFormatUtil");
  private static final Step KERNEL = new Step("2026-03-28", "simpleclient");
  private static final Step OPEN_TELEMETRY = new Step("2026-04-23", "openTelemetry");

  /** Steps that methods should find: nine rows. */
  static final List<Step> OF_CODE = List.of(TEXT_FORMATS, OPEN_TELEMETRY);

  private static final int FEWEST = 3;

  /**
   * A step of some rows.
   *
   * @param date the first day after it
   * @param rows part of their names
   */
  record Step(String date, String rows) {}

  private KnownSteps() {}

  /**
   * The log costs without the steps. Forks are sorted, and the least, middle and highest of each
   * night are moved by themselves, by the difference of the medians before and after on their type
   * of machine, or on the usual one where that came too rarely.
   */
  static double[][][] removed(RecordedSuite suite, MachineTypes machines) {
    double[][][] logCosts = suite.logCosts();
    for (int row = 0; row < suite.rows(); row++) {
      Arrays.stream(logCosts[row]).forEach(Arrays::sort);
      for (Step step : List.of(TEXT_FORMATS, KERNEL, OPEN_TELEMETRY)) {
        int at = suite.nightOf(step.date());
        if (suite.name(row).contains(step.rows()) && at > 0 && at < suite.nights()) {
          remove(logCosts[row], at, machines.types());
        }
      }
    }
    return logCosts;
  }

  private static void remove(double[][] nights, int at, List<Integer> types) {
    int forks = Arrays.stream(nights).mapToInt(night -> night.length).min().orElseThrow();
    int[] kinds = types.stream().mapToInt(Integer::intValue).distinct().toArray();
    for (int fork = 0; fork < forks; fork++) {
      double usual = difference(nights, at, fork, types, 0);
      for (int kind : kinds) {
        double own = difference(nights, at, fork, types, kind);
        double moved = Double.isNaN(own) ? usual : own;
        for (int night = at; night < nights.length; night++) {
          if (types.get(night) == kind && !Double.isNaN(moved)) {
            nights[night][fork] -= moved;
          }
        }
      }
    }
  }

  private static double difference(
      double[][] nights, int at, int fork, List<Integer> types, int kind) {
    double[] before =
        IntStream.range(0, at)
            .filter(night -> types.get(night) == kind)
            .mapToDouble(night -> nights[night][fork])
            .toArray();
    double[] after =
        IntStream.range(at, nights.length)
            .filter(night -> types.get(night) == kind)
            .mapToDouble(night -> nights[night][fork])
            .toArray();
    return before.length < FEWEST || after.length < FEWEST
        ? Double.NaN
        : Median.withDefaults().evaluate(after) - Median.withDefaults().evaluate(before);
  }
}
