package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.policy.MetricPolicy;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of a pair of rows, brought to one unit.
 *
 * @param pair the rows
 * @param metric {@code primary}, or the name of a secondary metric
 * @param policy how it is judged
 * @param better which way is better, by its unit or the policy
 * @param base the earlier side
 * @param current the later side, in the unit of the base
 * @param obstacle why it cannot be judged; empty where it can
 * @param notes what bringing it to one unit met
 */
record MetricRow(
    RowPairs.Pair pair,
    String metric,
    MetricPolicy policy,
    Better better,
    Metric base,
    Metric current,
    Optional<Finding> obstacle,
    List<Finding> notes) {

  /** Below so many bytes for an operation, ratios of allocation mean nothing. */
  private static final double LEAST_BYTES = 1;

  static MetricRow of(
      RowPairs.Pair pair, String name, Metric base, Metric current, DecisionRule rule) {
    MetricPolicy policy = rule.of(pair.key().benchmark(), name);
    MetricUnit unit = base.measurements().unit();
    MetricUnit other = current.measurements().unit();
    Optional<Double> factor = other.factorTo(unit);
    List<Finding> notes = new ArrayList<>();
    if (factor.isPresent() && !other.symbol().equals(unit.symbol())) {
      notes.add(
          finding(
              FindingCode.UNITS_CONVERTED,
              Severity.INFO,
              "the current side is in %s; converted into %s",
              other.symbol(),
              unit.symbol()));
    }
    Metric converted = converted(current, unit, factor.orElse(1.0));
    Better better = policy.better().orElse(unit.better());
    Optional<Finding> obstacle =
        factor.isEmpty()
            ? Optional.of(
                finding(
                    FindingCode.UNITS_INCOMPATIBLE,
                    Severity.WARNING,
                    "%s does not convert into %s: not judged; measure both sides in one unit",
                    other.symbol(),
                    unit.symbol()))
            : obstacle(base, converted, better);
    return new MetricRow(pair, name, policy, better, base, converted, obstacle, notes);
  }

  private static Metric converted(Metric metric, MetricUnit unit, double factor) {
    List<Fork> forks =
        metric.measurements().forks().stream()
            .map(fork -> Fork.of(fork.stream().map(score -> score * factor).toArray()))
            .toList();
    OptionalDouble score =
        metric.score().isPresent()
            ? OptionalDouble.of(metric.score().getAsDouble() * factor)
            : metric.score();
    return new Metric(new Measurements(unit, forks), score, metric.problem());
  }

  private static Optional<Finding> obstacle(Metric base, Metric current, Better better) {
    Optional<Finding> raw = problem("base", base).or(() -> problem("current side", current));
    if (raw.isPresent()) {
      return raw;
    }
    if (better == Better.UNKNOWN) {
      return Optional.of(
          finding(
              FindingCode.DIRECTION_UNKNOWN,
              Severity.WARNING,
              "nobody said whether more %s is better or worse: not judged; say it in a --policy"
                  + " file with better = \"lower\" or \"higher\"",
              base.measurements().unit().symbol()));
    }
    if (isAllocation(base)) {
      return Optional.empty();
    }
    boolean positive = arePositive(base.measurements()) && arePositive(current.measurements());
    return positive
        ? Optional.empty()
        : Optional.of(
            finding(
                FindingCode.ZERO_OR_NEGATIVE,
                Severity.WARNING,
                "scores of 0 or below have no ratio: not judged; use a finer unit with -tu"));
  }

  private static Optional<Finding> problem(String side, Metric metric) {
    if (metric.problem().isEmpty() && !metric.measurements().forks().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            FindingCode.NO_RAW_DATA,
            Severity.WARNING,
            "the %s cannot be judged: %s; measure again and keep JMH's rawData (-rf json)",
            side,
            metric.problem().orElse("no raw data")));
  }

  private static boolean isAllocation(Metric metric) {
    return metric.measurements().unit().quantity() == MetricUnit.Quantity.BYTES_PER_OPERATION;
  }

  private static boolean arePositive(Measurements measurements) {
    return measurements.forks().stream().allMatch(fork -> fork.stream().allMatch(x -> x > 0));
  }

  /** Whether allocation is so little that only an absolute rule can judge it. */
  boolean needsAbsoluteRule() {
    return isAllocation(base) && (isTiny(base.measurements()) || isTiny(current.measurements()));
  }

  private static boolean isTiny(Measurements measurements) {
    return measurements.forks().stream()
        .anyMatch(fork -> fork.stream().anyMatch(bytes -> bytes < LEAST_BYTES));
  }

  /** The costs of a side: its scores, or their inverses where more is better. */
  ForkCosts costs(Metric side) {
    boolean inverse = better == Better.HIGHER;
    double[][] costs =
        side.measurements().forks().stream()
            .map(fork -> fork.stream().map(score -> inverse ? 1 / score : score).toArray())
            .toArray(double[][]::new);
    return ForkCosts.of(costs);
  }

  private static Finding finding(
      FindingCode code, Severity severity, String pattern, Object... values) {
    return new Finding(code, severity, String.format(Locale.ROOT, pattern, values));
  }
}
