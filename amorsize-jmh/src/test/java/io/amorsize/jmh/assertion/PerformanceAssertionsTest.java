package io.amorsize.jmh.assertion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.json.RowsFile;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Policy;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceAssertionsTest {

  private static final DecisionRule RULE = DecisionRule.defaults();

  @TempDir Path folder;

  private Path side(String benchmark, double center) {
    return new RowsFile()
        .row(benchmark, center)
        .write(folder.resolve(benchmark + center + ".json"));
  }

  @Test
  void whatDidNotGetSlowerPasses() {
    Path base = side("org.acme.Json.parse", 100);
    for (double center : new double[] {100, 100.2, 80}) {
      Path current = side("org.acme.Json.parse", center);
      assertThatCode(() -> PerformanceAssertions.assertNoRegressions(base, current, RULE))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aRegressionFailsWithTheComparison() {
    Path base = side("org.acme.Json.parse", 100);
    Path slower = side("org.acme.Json.parse", 120);
    assertThatThrownBy(() -> PerformanceAssertions.assertNoRegressions(base, slower, RULE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 slower, 0 faster, 0 same, 0 cannot tell")
        .hasMessageContaining("parse")
        .hasMessageContaining("+20.");
  }

  @Test
  void anAcceptedRegressionPasses() {
    Path base = side("org.acme.Json.parse", 100);
    Path slower = side("org.acme.Json.parse", 120);
    AcceptedChange accepted =
        new AcceptedChange(
            new Glob("*.parse"), Glob.ANY, 0.3, "checks every input", "", Optional.empty());
    DecisionRule lenient =
        RULE.withPolicy(Policy.NONE.withAccepted(List.of(accepted)), LocalDate.of(2026, 1, 31));
    assertThatCode(() -> PerformanceAssertions.assertNoRegressions(base, slower, lenient))
        .doesNotThrowAnyException();
  }

  @Test
  void anExpectedBenchmarkThatDidNotRunFails() {
    Path base = side("org.acme.Json.parse", 100);
    DecisionRule rule =
        RULE.withPolicy(
            Policy.NONE.withExpected(List.of(new Glob("*.print"))), LocalDate.of(2026, 1, 31));
    assertThatThrownBy(() -> PerformanceAssertions.assertNoRegressions(base, base, rule))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected benchmarks did not run");
  }

  @Test
  void nothingComparedFails() {
    Path base = side("org.acme.Json.parse", 100);
    Path other = side("org.acme.Json.print", 100);
    assertThatThrownBy(() -> PerformanceAssertions.assertNoRegressions(base, other, RULE))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing was compared");
  }

  @Test
  void whatCannotBeReadIsNoAssertion() {
    Path base = side("org.acme.Json.parse", 100);
    Path missing = folder.resolve("missing.json");
    assertThatThrownBy(() -> PerformanceAssertions.assertNoRegressions(base, missing, RULE))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining(missing.toString());
  }
}
