package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.statistics.SequentialDesign;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SessionRuleTest {

  private static final SessionRule RULE = new SessionRule("session", SequentialDesign.upTo(5));

  /** Forks of ten iterations, each 0.1 % of the first above the one before. */
  private static BenchmarkRow row(String name, double... firsts) {
    double[][] forks =
        Arrays.stream(firsts)
            .mapToObj(
                first -> {
                  double[] fork = new double[10];
                  Arrays.setAll(fork, i -> first * (1 + 0.001 * i));
                  return fork;
                })
            .toArray(double[][]::new);
    return SyntheticRows.row(name, "ns/op", forks);
  }

  @Test
  void everyRowGetsAsManyPairsAsItNeeds() {
    List<BenchmarkRow> base =
        List.of(
            row("equal", 100, 100.2, 100, 100.1, 100.2),
            row("slower", 100, 100.2, 100, 100.1, 100.2),
            row("hopeless", 100, 110, 90, 120, 80),
            row("unclear", 100, 104, 102, 101, 103));
    List<BenchmarkRow> current =
        List.of(
            row("equal", 100.2, 100.1, 200, 200, 200),
            row("slower", 150, 150.2, 100, 100, 100),
            row("hopeless", 101, 110, 190, 220, 180),
            row("unclear", 103.2, 107.4, 105.4, 104.3, 105));
    List<Call> calls = RULE.judge(base, current);
    // What lies behind the last pair that a row got is never looked at.
    assertThat(calls.get(0).same()).isTrue();
    assertThat(calls.get(0).pairs()).hasValue(2);
    assertThat(calls.get(1).alarm()).isTrue();
    assertThat(calls.get(1).pairs()).hasValue(2);
    assertThat(calls.get(2).flagged()).isFalse();
    assertThat(calls.get(2).same()).isFalse();
    assertThat(calls.get(2).pairs()).hasValue(2);
    assertThat(calls.get(3).pairs()).hasValue(5);
  }

  @Test
  void withoutGivingUpNoisyRowsUseAllPairs() {
    List<BenchmarkRow> base = List.of(row("noisy", 100, 110, 90, 120, 80));
    List<BenchmarkRow> current = List.of(row("noisy", 101, 110, 91, 119, 80));
    assertThat(RULE.judge(base, current).get(0).pairs()).hasValue(2);
    SessionRule patient = new SessionRule("patient", RULE.design().withoutGivingUp());
    assertThat(patient.judge(base, current).get(0).pairs()).hasValue(5);
  }

  @Test
  void noRowGetsMorePairsThanTheDesignAllows() {
    List<BenchmarkRow> base = SyntheticRows.of(20, 5, 0.03, 1);
    List<BenchmarkRow> current = SyntheticRows.of(20, 5, 0.03, 2);
    for (int most = 2; most <= 4; most++) {
      SessionRule rule = new SessionRule("few", SequentialDesign.upTo(most));
      int[] pairs =
          rule.judge(base, current).stream()
              .map(Call::pairs)
              .mapToInt(OptionalInt::getAsInt)
              .toArray();
      assertThat(Arrays.stream(pairs).max()).hasValue(most);
      assertThat(Arrays.stream(pairs).min()).hasValue(2);
    }
  }
}
