package io.amorsize.examples;

import io.amorsize.jmh.assertion.PerformanceAssertions;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Path;

/** Two results of JMH, judged where a test would assert. */
public final class ResultsAsTest {

  private ResultsAsTest() {}

  /** Fails if the second one is slower. */
  public static void main(String[] args) {
    PerformanceAssertions.assertNoRegressions(
        Path.of("old.json"), Path.of("new.json"), DecisionRule.defaults());
  }
}
