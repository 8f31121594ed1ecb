package io.amorsize.jmh.assertion;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.ComparisonText;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Path;
import java.util.List;

/** Assertions about two JMH results, for JUnit and every other test framework. */
public final class PerformanceAssertions {

  private static final int WIDTH = 100;

  private PerformanceAssertions() {}

  /**
   * Asserts that no row of a JMH result became slower, accepted changes apart.
   *
   * @param base the earlier result: JMH's JSON, also compressed, or a folder of such files
   * @param current the later result, likewise
   * @param rule how to judge
   * @throws AssertionError if a row became slower, or an expected benchmark is missing, or no row
   *     could be compared; its message is the comparison
   * @throws io.amorsize.result.ResultFormatException in one sentence, if a result cannot be read
   */
  public static void assertNoRegressions(Path base, Path current, DecisionRule rule) {
    JmhResultReader reader = new JmhResultReader();
    assertNoRegressions(
        reader.readAll(base.toString(), List.of(base)),
        reader.readAll(current.toString(), List.of(current)),
        rule);
  }

  /**
   * Asserts the same of two results that were read.
   *
   * @throws AssertionError as above
   */
  public static void assertNoRegressions(
      BenchmarkRun base, BenchmarkRun current, DecisionRule rule) {
    Comparison comparison = Comparison.of(base, current, rule);
    boolean nothingCompared = comparison.rows().isEmpty();
    if (!comparison.regressions().isEmpty() || comparison.hasManifestGap() || nothingCompared) {
      throw new AssertionError(
          System.lineSeparator() + new ComparisonText(WIDTH, false, true).write(comparison));
    }
  }
}
