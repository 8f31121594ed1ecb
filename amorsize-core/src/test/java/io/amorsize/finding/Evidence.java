package io.amorsize.finding;

import io.amorsize.result.RowSettings;
import io.amorsize.statistics.ForkCosts;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Makes rows for the checks. */
final class Evidence {

  /** Five forks that agree, so that no check has anything to say about them. */
  static final double[][] QUIET = forks(1, 1, 1, 1, 1);

  private Evidence() {}

  /** Forks with two equal iterations each. */
  static double[][] forks(double... costs) {
    return Arrays.stream(costs)
        .mapToObj(cost -> new double[] {cost, cost})
        .toArray(double[][]::new);
  }

  static RowEvidence of(double[][] base, double[][] current) {
    return of(base, current, RowSettings.UNKNOWN, RowSettings.UNKNOWN);
  }

  static RowEvidence of(
      double[][] base, double[][] current, RowSettings baseSettings, RowSettings currentSettings) {
    return new RowEvidence(
        ForkCosts.of(base),
        ForkCosts.of(current),
        baseSettings,
        currentSettings,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static RowEvidence ofSettings(RowSettings base, RowSettings current) {
    return of(QUIET, QUIET, base, current);
  }

  static RowEvidence withSlowdown(RowEvidence row, double slowdown) {
    return new RowEvidence(
        row.base(),
        row.current(),
        row.baseSettings(),
        row.currentSettings(),
        OptionalDouble.of(slowdown),
        row.smallestDetectable());
  }

  static RowEvidence withSmallest(RowEvidence row, double smallest) {
    return new RowEvidence(
        row.base(),
        row.current(),
        row.baseSettings(),
        row.currentSettings(),
        row.slowdown(),
        OptionalDouble.of(smallest));
  }

  static RowSettings settings(
      OptionalInt warmup, String warmupTime, OptionalInt iterations, String time) {
    return settings(OptionalInt.empty(), warmup, warmupTime, iterations, time);
  }

  static RowSettings forksAsked(int forks) {
    return settings(OptionalInt.of(forks), OptionalInt.empty(), "", OptionalInt.empty(), "");
  }

  /** An empty time is one that nobody wrote down. */
  static RowSettings settings(
      OptionalInt forks,
      OptionalInt warmup,
      String warmupTime,
      OptionalInt iterations,
      String time) {
    return new RowSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        forks,
        warmup,
        iterations,
        Optional.of(warmupTime).filter(text -> !text.isEmpty()),
        Optional.of(time).filter(text -> !text.isEmpty()));
  }
}
