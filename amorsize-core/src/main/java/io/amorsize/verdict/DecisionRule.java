package io.amorsize.verdict;

import static java.util.Objects.requireNonNull;

import io.amorsize.policy.MetricPolicy;
import io.amorsize.policy.Policy;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How rows of JMH results are judged.
 *
 * @param threshold the smallest effect that counts, as a share in (0, 1)
 * @param margin within which sides count as the same, as a share in (0, 1)
 * @param falseDiscoveryRate the share of false ones among the changes that are called, in (0, 1)
 * @param noise how much two sessions of the same code differ; none if both sides were measured in
 *     one session
 * @param policy what the team has agreed on
 * @param today the day on which accepted changes are looked at; empty where none expires
 */
public record DecisionRule(
    double threshold,
    double margin,
    double falseDiscoveryRate,
    SessionNoise noise,
    Policy policy,
    Optional<LocalDate> today) {

  /** A row is flagged at this probability: measured, 0.96 % of unchanged rows are. */
  public static final double FLAG_LEVEL = 0.009;

  /** Share of unchanged rows that are flagged, as measured. */
  public static final double FLAG_RATE = 0.0096;

  /** Forks are counted for a change of at least so many times the threshold. */
  private static final double BEYOND_THRESHOLD = 1.5;

  private static final double DEFAULT_THRESHOLD = 0.03;
  private static final double DEFAULT_MARGIN = 0.05;
  private static final double DEFAULT_RATE = 0.05;

  /** Checks the ranges. */
  public DecisionRule {
    requireShare("threshold", threshold);
    requireShare("margin", margin);
    requireShare("falseDiscoveryRate", falseDiscoveryRate);
    requireNonNull(noise, "noise is null");
    requireNonNull(policy, "policy is null");
    requireNonNull(today, "today is null");
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1), is " + value);
    }
  }

  /** Effects from 3 % on, a margin of 5 %, a false discovery rate of 5 %, no policy. */
  public static DecisionRule defaults() {
    return new DecisionRule(
        DEFAULT_THRESHOLD,
        DEFAULT_MARGIN,
        DEFAULT_RATE,
        SessionNoise.NONE,
        Policy.NONE,
        Optional.empty());
  }

  /** The same rule with another smallest effect. */
  public DecisionRule withThreshold(double share) {
    return new DecisionRule(share, margin, falseDiscoveryRate, noise, policy, today);
  }

  /** The same rule with another margin. */
  public DecisionRule withMargin(double share) {
    return new DecisionRule(threshold, share, falseDiscoveryRate, noise, policy, today);
  }

  /** The same rule with another false discovery rate. */
  public DecisionRule withFalseDiscoveryRate(double share) {
    return new DecisionRule(threshold, margin, share, noise, policy, today);
  }

  /** The same rule for two sessions whose noise is known. */
  public DecisionRule withNoise(SessionNoise known) {
    return new DecisionRule(threshold, margin, falseDiscoveryRate, known, policy, today);
  }

  /** The same rule with what a team has agreed on. */
  public DecisionRule withPolicy(Policy agreed, LocalDate day) {
    return new DecisionRule(threshold, margin, falseDiscoveryRate, noise, agreed, Optional.of(day));
  }

  /**
   * The change, as a share, for which {@link RowComparison.Change#forksNeeded} counts forks: the
   * margin, or 1.5 times the threshold where that is more.
   */
  public double changeToSee(String benchmark, String metric) {
    MetricPolicy agreed = of(benchmark, metric);
    return Math.max(agreed.margin(), BEYOND_THRESHOLD * agreed.threshold());
  }

  /** How one metric of a benchmark is judged. */
  MetricPolicy of(String benchmark, String metric) {
    return policy.of(benchmark, metric, new MetricPolicy(threshold, margin, Optional.empty()));
  }
}
