package io.amorsize.examples;

import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.WorkloadChange;
import java.io.PrintStream;
import java.nio.file.Path;

/** Two results files: what got slower? */
public final class CompareVersions {

  private CompareVersions() {}

  /**
   * Compares.
   *
   * @param args the baseline's file and the current one
   */
  public static void main(String[] args) {
    compare(Path.of(args[0]), Path.of(args[1]), System.out);
  }

  static boolean compare(Path baseline, Path current, PrintStream out) {
    PerformanceComparison comparison = PerformanceComparison.compare(baseline, current, 0.10);
    for (WorkloadChange change : comparison.regressions()) {
      out.printf(
          "%s: %s %.3g -> %.3g (%+.1f %%)%n",
          change.workload(),
          change.metric().label(),
          change.base(),
          change.current(),
          change.changePercent());
    }
    out.println(
        comparison.hasRegressions()
            ? "Regressions detected: investigate before merging."
            : "No regressions: safe to merge.");
    return !comparison.hasRegressions();
  }
}
