package io.amorsize.policy;

import io.amorsize.unit.Better;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a team has agreed on.
 *
 * @param rules thresholds, margins and directions; the first rule that matches and says something
 *     counts
 * @param accepted slowdowns that are accepted
 * @param renames old names of benchmarks and their new ones
 * @param expected benchmarks that must be there
 */
public record Policy(
    List<PolicyRule> rules,
    List<AcceptedChange> accepted,
    Map<String, String> renames,
    List<Glob> expected) {

  /** Nothing was agreed on. */
  public static final Policy NONE = new Policy(List.of(), List.of(), Map.of(), List.of());

  /**
   * Rules behind those of a file. Bytes allocated by an operation hardly vary, so one percent is
   * news.
   */
  private static final List<PolicyRule> BUILT_IN =
      List.of(
          new PolicyRule(
              Glob.ANY,
              new Glob("gc.alloc.rate.norm"),
              OptionalDouble.of(0.01),
              OptionalDouble.of(0.01),
              Optional.of(Better.LOWER)));

  /** Copies the collections. */
  public Policy {
    rules = List.copyOf(rules);
    accepted = List.copyOf(accepted);
    renames = Map.copyOf(renames);
    expected = List.copyOf(expected);
  }

  /**
   * How a metric of a benchmark is judged.
   *
   * @param benchmark full name
   * @param metric {@code primary}, or the name of a secondary metric
   * @param defaults what counts where no rule says anything
   */
  public MetricPolicy of(String benchmark, String metric, MetricPolicy defaults) {
    List<PolicyRule> matching = new ArrayList<>();
    rules.stream().filter(rule -> rule.matches(benchmark, metric)).forEach(matching::add);
    BUILT_IN.stream().filter(rule -> rule.matches(benchmark, metric)).forEach(matching::add);
    return new MetricPolicy(
        first(matching.stream().map(PolicyRule::threshold).toList(), defaults.threshold()),
        first(matching.stream().map(PolicyRule::margin).toList(), defaults.margin()),
        matching.stream()
            .map(PolicyRule::better)
            .flatMap(Optional::stream)
            .findFirst()
            .or(defaults::better));
  }

  private static double first(List<OptionalDouble> values, double otherwise) {
    return values.stream()
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .findFirst()
        .orElse(otherwise);
  }

  /**
   * The accepted change that covers a slowdown of a metric of a benchmark: the first that is large
   * enough and, where the day is known, has not passed its last day, so that an expired one hides
   * none that was agreed on later.
   *
   * @param slowdown cost now over cost before
   * @param today empty where no change is expired
   */
  public Optional<AcceptedChange> covering(
      String benchmark, String metric, double slowdown, Optional<LocalDate> today) {
    return accepted.stream()
        .filter(change -> change.matches(benchmark, metric))
        .filter(change -> today.filter(change::isExpired).isEmpty())
        .filter(change -> change.covers(slowdown))
        .findFirst();
  }

  /** The name that a benchmark has today. */
  public String renamed(String benchmark) {
    return renames.getOrDefault(benchmark, benchmark);
  }

  /** This policy with more accepted changes. */
  public Policy withAccepted(List<AcceptedChange> more) {
    List<AcceptedChange> all = new ArrayList<>(accepted);
    all.addAll(more);
    return new Policy(rules, all, renames, expected);
  }

  /**
   * This policy for comparisons with a result of a day: changes that were accepted before it are
   * part of the result, and would only hide that the same benchmark got slower once more.
   *
   * @param measuredOn the day of the earlier result
   */
  public Policy forBaseOf(LocalDate measuredOn) {
    List<AcceptedChange> open =
        accepted.stream().filter(change -> !change.isContainedIn(measuredOn)).toList();
    return new Policy(rules, open, renames, expected);
  }

  /** This policy with more benchmarks that must be there. */
  public Policy withExpected(List<Glob> more) {
    List<Glob> all = new ArrayList<>(expected);
    all.addAll(more);
    return new Policy(rules, accepted, renames, all);
  }

  /** This policy with more renamed benchmarks. */
  public Policy withRenames(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(renames);
    all.putAll(more);
    return new Policy(rules, accepted, all, expected);
  }
}
