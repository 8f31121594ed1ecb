package io.amorsize.verdict;

import static io.amorsize.verdict.Runs.key;
import static io.amorsize.verdict.Runs.noisy;
import static io.amorsize.verdict.Runs.row;
import static io.amorsize.verdict.Runs.run;
import static io.amorsize.verdict.Runs.times;
import static io.amorsize.verdict.Runs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionNoiseTest {

  private static SessionNoise of(String benchmark, double sd) {
    return new SessionNoise(
        0, Map.of(new SessionNoise.Row(key(benchmark), RowComparison.PRIMARY), sd));
  }

  @Test
  void isThatOfTheRowWhereItIsKnown() {
    SessionNoise noise = new SessionNoise(0.05, of("p.A.m", 0.2).rows());
    assertThat(noise.of(key("p.A.m"), "primary")).isEqualTo(0.2);
    assertThat(noise.of(key("p.A.m"), "gc.alloc.rate.norm")).isEqualTo(0.05);
    assertThat(noise.of(key("p.B.m"), "primary")).isEqualTo(0.05);
    assertThat(SessionNoise.NONE.of(key("p.A.m"), "primary")).isZero();
  }

  @Test
  void thePlanIsNoPartOfTheRow() {
    BenchmarkKey one = key("io.amorsize.jmh.benchmarks.CpuIntensive.parallel");
    BenchmarkKey planned = with(one, Map.of("nJobs", "2", "chunkSize", "8"));
    assertThat(of(one.benchmark(), 0.3).of(planned, "primary")).isEqualTo(0.3);
  }

  /** Both rows got 20 % slower; where sessions differ by 15 %, that is no news. */
  @Test
  void onlyTheNoisyRowIsForgiven() {
    Metric a = noisy("us/op", 100, 5, 1);
    Metric b = noisy("us/op", 100, 5, 2);
    Comparison told =
        Comparison.of(
            run("base", row("p.A.m", a), row("p.B.m", b)),
            run(
                "current",
                row("p.A.m", times(noisy("us/op", 100, 5, 3), 1.2)),
                row("p.B.m", times(noisy("us/op", 100, 5, 4), 1.2))),
            DecisionRule.defaults().withNoise(of("p.A.m", 0.15)));
    assertThat(told.rows())
        .extracting(RowComparison::verdict)
        .containsExactly(Verdict.INCONCLUSIVE, Verdict.SLOWER);
    assertThat(told.rows().get(0).change().smallestDetectable().getAsDouble())
        .isGreaterThan(told.rows().get(1).change().smallestDetectable().getAsDouble());
    double wide = told.rows().get(0).change().interval().orElseThrow().upper();
    assertThat(wide).isGreaterThan(told.rows().get(1).change().interval().orElseThrow().upper());
  }

  @Test
  void refusesANegativeSd() {
    assertThatThrownBy(() -> SessionNoise.of(-0.1)).hasMessage("an sd must be 0 or more, is -0.1");
    assertThatThrownBy(() -> of("p.A.m", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
