package io.amorsize.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.policy.Policy;
import io.amorsize.result.Measurements;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the rules, at their bounds. */
class RulesTest {

  private static Measurements bytes(double first, double second) {
    return Runs.metric("B/op", new double[] {first}, new double[] {second}).measurements();
  }

  /** Every fork 8 bytes above every other is slower; all within less than 8 are the same. */
  @ParameterizedTest
  @CsvSource({
    "100, 101, 109, 110, SLOWER",
    "100, 101, 108.9, 110, INCONCLUSIVE",
    "109, 110, 100, 101, FASTER",
    "108.9, 110, 100, 101, INCONCLUSIVE",
    "100, 101, 102, 103, SAME",
    "102, 103, 100, 101, SAME",
    "100, 101, 107, 107.9, SAME",
    "100, 101, 108, 108, INCONCLUSIVE",
    "0, 0, 0, 0, SAME"
  })
  void allocationIsJudgedByBytes(
      double base, double otherBase, double current, double otherCurrent, Verdict verdict) {
    assertThat(AllocationRule.judge(bytes(base, otherBase), bytes(current, otherCurrent)))
        .isEqualTo(verdict);
  }

  @Test
  void sharesLieBetweenNothingAndAll() {
    DecisionRule rule = DecisionRule.defaults();
    for (double wrong : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> rule.withThreshold(wrong))
          .hasMessage("threshold must be in (0, 1), is " + wrong);
      assertThatThrownBy(() -> rule.withMargin(wrong))
          .hasMessage("margin must be in (0, 1), is " + wrong);
      assertThatThrownBy(() -> rule.withFalseDiscoveryRate(wrong))
          .hasMessage("falseDiscoveryRate must be in (0, 1), is " + wrong);
    }
  }

  @Test
  void oneNumberOfARuleIsChangedAtATime() {
    DecisionRule rule = DecisionRule.defaults();
    LocalDate day = LocalDate.of(2026, 1, 31);
    assertThat(rule.withThreshold(0.1))
        .isEqualTo(
            new DecisionRule(0.1, 0.05, 0.05, SessionNoise.NONE, Policy.NONE, Optional.empty()));
    assertThat(rule.withMargin(0.1).margin()).isEqualTo(0.1);
    assertThat(rule.withFalseDiscoveryRate(0.1).falseDiscoveryRate()).isEqualTo(0.1);
    SessionNoise noise = SessionNoise.of(0.02);
    assertThat(rule.withNoise(noise).noise()).isEqualTo(noise);
    assertThat(rule.withPolicy(Policy.NONE, day).today()).contains(day);
  }

  /** The margin, or 1.5 times the threshold. */
  @ParameterizedTest
  @CsvSource({"0.03, 0.05, 0.05", "0.1, 0.05, 0.15", "0.03, 0.2, 0.2"})
  void forksAreCountedForAChangeThatIsSurelyAboveTheThreshold(
      double threshold, double margin, double change) {
    DecisionRule rule = DecisionRule.defaults().withThreshold(threshold).withMargin(margin);
    assertThat(rule.changeToSee("a.B.c", "primary")).isCloseTo(change, within(1e-12));
  }

  @Test
  void theNoiseThatWasCountedIsSaid() {
    assertThat(NoiseFinding.of(SessionNoise.NONE, List.of())).isEmpty();
    assertThat(NoiseFinding.of(SessionNoise.of(0.02), List.of()).orElseThrow().message())
        .contains("sd 2.00 % in the middle row, known of 0 of 0 rows");
  }
}
