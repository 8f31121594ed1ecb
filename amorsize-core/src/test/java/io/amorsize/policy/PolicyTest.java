package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.unit.Better;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  private static final String SMALL = "com.acme.Parser.small";
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final MetricPolicy DEFAULTS = new MetricPolicy(0.03, 0.05, Optional.empty());

  private static PolicyRule rule(String benchmark, String metric, String threshold, String margin) {
    return new PolicyRule(
        new Glob(benchmark), new Glob(metric), share(threshold), share(margin), Optional.empty());
  }

  private static PolicyRule rule(String benchmark, String metric, Better better) {
    return new PolicyRule(
        new Glob(benchmark),
        new Glob(metric),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of(better));
  }

  private static OptionalDouble share(String text) {
    return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Share.parse(text));
  }

  private static Policy policy(PolicyRule... rules) {
    return new Policy(List.of(rules), List.of(), Map.of(), List.of());
  }

  private static AcceptedChange accepted(String benchmark, double upTo, String until) {
    return new AcceptedChange(
        new Glob(benchmark),
        new Glob("primary"),
        upTo,
        "more checks",
        "ann",
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
  }

  @Test
  void withoutRulesTheDefaultsCount() {
    assertThat(Policy.NONE.of(SMALL, "primary", DEFAULTS)).isEqualTo(DEFAULTS);
    MetricPolicy higher = new MetricPolicy(0.03, 0.05, Optional.of(Better.HIGHER));
    assertThat(Policy.NONE.of(SMALL, "primary", higher)).isEqualTo(higher);
  }

  @Test
  void theFirstRuleThatMatchesAndSaysSomethingCounts() {
    Policy policy =
        policy(
            rule("org.*", "primary", "50%", "50%"),
            rule(SMALL, "primary", "", "8%"),
            rule("*Parser*", "primary", "5%", "9%"),
            rule("*", "primary", "6%", "10%"));
    assertThat(policy.of(SMALL, "primary", DEFAULTS))
        .isEqualTo(new MetricPolicy(0.05, 0.08, Optional.empty()));
    assertThat(policy.of("com.acme.Parser.large", "primary", DEFAULTS))
        .isEqualTo(new MetricPolicy(0.05, 0.09, Optional.empty()));
    assertThat(policy.of("com.acme.Writer.run", "primary", DEFAULTS))
        .isEqualTo(new MetricPolicy(0.06, 0.10, Optional.empty()));
    assertThat(policy.of(SMALL, "other", DEFAULTS)).isEqualTo(DEFAULTS);
  }

  @Test
  void aRuleMaySayWhichWayIsBetter() {
    Policy policy = policy(rule("*", "hits", Better.HIGHER), rule("*", "*", Better.LOWER));
    assertThat(policy.of(SMALL, "hits", DEFAULTS).better()).contains(Better.HIGHER);
    assertThat(policy.of(SMALL, "misses", DEFAULTS).better()).contains(Better.LOWER);
  }

  @Test
  void allocationHasItsOwnRuleBehindThoseOfAFile() {
    MetricPolicy builtIn = new MetricPolicy(0.01, 0.01, Optional.of(Better.LOWER));
    assertThat(Policy.NONE.of(SMALL, ALLOCATION, DEFAULTS)).isEqualTo(builtIn);
    assertThat(policy(rule("*", "primary", "9%", "9%")).of(SMALL, ALLOCATION, DEFAULTS))
        .isEqualTo(builtIn);
    assertThat(policy(rule("*", "*", "9%", "")).of(SMALL, ALLOCATION, DEFAULTS))
        .isEqualTo(new MetricPolicy(0.09, 0.01, Optional.of(Better.LOWER)));
    assertThat(policy(rule("*", "gc.*", Better.HIGHER)).of(SMALL, ALLOCATION, DEFAULTS))
        .isEqualTo(new MetricPolicy(0.01, 0.01, Optional.of(Better.HIGHER)));
    assertThat(Policy.NONE.of(SMALL, "gc.alloc.rate", DEFAULTS)).isEqualTo(DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.05", "0.03, 0", "1, 0.05", "0.03, 1", "NaN, 0.05", "0.03, NaN", "-0.1, 0.05"})
  void sharesAreBetweenNothingAndAll(double threshold, double margin) {
    assertThatThrownBy(() -> new MetricPolicy(threshold, margin, Optional.empty()))
        .hasMessage("threshold and margin must be in (0, 1), are " + threshold + " and " + margin);
  }

  @Test
  void anAcceptedChangeHoldsOnItsLastDay() {
    AcceptedChange change = accepted("*", 0.12, "2026-12-31");
    assertThat(change.isExpired(LocalDate.parse("2026-12-30"))).isFalse();
    assertThat(change.isExpired(LocalDate.parse("2026-12-31"))).isFalse();
    assertThat(change.isExpired(LocalDate.parse("2027-01-01"))).isTrue();
    assertThat(accepted("*", 0.12, "").isExpired(LocalDate.MAX)).isFalse();
  }

  @Test
  void anAcceptedChangeCoversUpToItsBar() {
    AcceptedChange change = accepted("*", 0.12, "");
    assertThat(change.covers(0.5)).isTrue();
    assertThat(change.covers(1.12)).isTrue();
    assertThat(change.covers(Math.nextUp(1.12))).isFalse();
    assertThat(change.covers(Double.NaN)).isFalse();
  }

  @Test
  void anAcceptedChangeIsAboutItsBenchmarkAndMetric() {
    AcceptedChange change = accepted("com.acme.*", 0.12, "");
    assertThat(change.matches(SMALL, "primary")).isTrue();
    assertThat(change.matches(SMALL, ALLOCATION)).isFalse();
    assertThat(change.matches("org.acme.Parser", "primary")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.1", "NaN", "Infinity"})
  void anAcceptedChangeHasABar(double upTo) {
    assertThatThrownBy(() -> accepted("*", upTo, ""))
        .hasMessage("upTo must be positive and finite, is " + upTo);
  }

  @Test
  void anAcceptedChangeHasAReason() {
    assertThatThrownBy(
            () -> new AcceptedChange(Glob.ANY, Glob.ANY, 0.1, " \t", "ann", Optional.empty()))
        .hasMessage("an accepted change needs a reason");
  }

  @Test
  void theFirstAcceptedChangeThatMatchesIsTaken() {
    AcceptedChange first = accepted(SMALL, 0.05, "");
    AcceptedChange second = accepted("*", 0.20, "");
    Policy policy = Policy.NONE.withAccepted(List.of(first)).withAccepted(List.of(second));
    assertThat(policy.accepted()).containsExactly(first, second);
    assertThat(policy.covering(SMALL, "primary", 1.05, Optional.empty())).contains(first);
    assertThat(policy.covering("org.Other.run", "primary", 1.05, Optional.empty()))
        .contains(second);
    assertThat(policy.covering(SMALL, ALLOCATION, 1.05, Optional.empty())).isEmpty();
  }

  @Test
  void anExpiredOrSmallerAcceptedChangeHidesNoLaterOne() {
    AcceptedChange expired = accepted(SMALL, 0.30, "2026-01-31");
    AcceptedChange small = accepted(SMALL, 0.05, "");
    AcceptedChange large = accepted(SMALL, 0.12, "2026-12-31");
    Policy policy = Policy.NONE.withAccepted(List.of(expired, small, large));
    Optional<LocalDate> inJune = Optional.of(LocalDate.parse("2026-06-15"));
    assertThat(policy.covering(SMALL, "primary", 1.04, inJune)).contains(small);
    assertThat(policy.covering(SMALL, "primary", 1.12, inJune)).contains(large);
    assertThat(policy.covering(SMALL, "primary", 1.13, inJune)).isEmpty();
    assertThat(policy.covering(SMALL, "primary", 1.12, Optional.of(LocalDate.parse("2027-01-01"))))
        .isEmpty();
    assertThat(policy.covering(SMALL, "primary", 1.13, Optional.empty())).contains(expired);
    assertThat(policy.covering("org.Other.run", "primary", 1.01, inJune)).isEmpty();
  }

  @Test
  void aRenamedBenchmarkHasItsNewName() {
    Map<String, String> renames = new HashMap<>(Map.of("a.Old.run", "a.New.run"));
    Policy policy = new Policy(List.of(), List.of(), renames, List.of());
    renames.clear();
    assertThat(policy.renamed("a.Old.run")).isEqualTo("a.New.run");
    assertThat(policy.renamed("a.New.run")).isEqualTo("a.New.run");
    assertThat(policy.renamed("a.Old.runAll")).isEqualTo("a.Old.runAll");
  }

  @Test
  void expectedBenchmarksAdd() {
    Policy policy =
        Policy.NONE.withExpected(List.of(new Glob("a.*"))).withExpected(List.of(new Glob("b.*")));
    assertThat(policy.expected()).extracting(Glob::text).containsExactly("a.*", "b.*");
    assertThat(Policy.NONE.expected()).isEmpty();
  }
}
