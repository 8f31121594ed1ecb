package io.amorsize.jmh.cli;

import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.Glob;
import io.amorsize.policy.Policy;
import io.amorsize.policy.PolicyFile;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.RowSelection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that judges rows of JMH results. */
final class RowOptions {

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      converter = Threshold.Converter.class,
      description = "JMH rows: within it sides are shown as the same (default: 5%%).")
  private Threshold margin;

  @Option(
      names = "--fdr",
      paramLabel = "SHARE",
      converter = Threshold.Converter.class,
      description = "JMH rows: share of false ones among called changes (default: 5%%).")
  private Threshold falseDiscoveryRate;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "JMH rows: only benchmarks whose full name matches, for instance '*Parser*'.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "JMH rows: without benchmarks whose full name matches.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "GLOB",
      description =
          "JMH rows: metrics to judge, for instance gc.alloc.rate.norm (default: primary, the"
              + " benchmark's own score).")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "JMH rows: thresholds by benchmark and metric, accepted changes, renames and expected"
              + " benchmarks, in TOML.")
  private Path policy;

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description = "JMH rows: accepted changes, in TOML, beside those of --policy.")
  private Path accepted;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description =
          "JMH rows: names or globs of benchmarks that must be there, one a line; exit code 3"
              + " where one is not.")
  private Path expected;

  @Option(
      names = "--rename",
      paramLabel = "OLD=NEW",
      description = "JMH rows: a benchmark's old and new full name.")
  private Map<String, String> renames = new LinkedHashMap<>();

  @Option(
      names = "--skip-warmup",
      paramLabel = "N|auto",
      defaultValue = "0",
      converter = SkippedWarmup.Converter.class,
      description =
          "JMH rows: leave out the first N iterations of each fork, for files made with -wi 0;"
              + " auto: those before a row's forks settle, as 'steady' finds them (default:"
              + " ${DEFAULT-VALUE}).")
  private SkippedWarmup skippedWarmup;

  @Option(names = "--only-changed", description = "JMH rows: show changed rows and suspects only.")
  private boolean onlyChanged;

  /** The rule that these options ask for. */
  DecisionRule rule(Optional<Double> threshold, LocalDate today) {
    return rule(DecisionRule.defaults(), threshold, today);
  }

  /**
   * The rule that these options ask for.
   *
   * @param measuredOn the day on which the earlier side was measured, if it is a baseline
   */
  DecisionRule rule(Optional<Double> threshold, LocalDate today, Optional<LocalDate> measuredOn) {
    DecisionRule rule = rule(threshold, today);
    return measuredOn.map(day -> rule.withPolicy(rule.policy().forBaseOf(day), today)).orElse(rule);
  }

  /**
   * The rule that these options ask for.
   *
   * @param agreed a file of accepted changes beside those that the options name, if there is one
   */
  DecisionRule ruleWith(Optional<Double> threshold, LocalDate today, Optional<Path> agreed) {
    DecisionRule rule = rule(threshold, today);
    return agreed
        .map(file -> rule.policy().withAccepted(PolicyFile.read(file).accepted()))
        .map(policy -> rule.withPolicy(policy, today))
        .orElse(rule);
  }

  /** A rule with what these options say in the place of its own. */
  DecisionRule rule(DecisionRule otherwise, Optional<Double> threshold, LocalDate today) {
    double rate =
        falseDiscoveryRate == null ? otherwise.falseDiscoveryRate() : falseDiscoveryRate.share();
    return otherwise
        .withThreshold(threshold.orElse(otherwise.threshold()))
        .withMargin(margin == null ? otherwise.margin() : margin.share())
        .withFalseDiscoveryRate(rate)
        .withPolicy(policy(otherwise.policy()), today);
  }

  private Policy policy(Policy otherwise) {
    Policy agreed = policy == null ? otherwise : PolicyFile.read(policy);
    if (accepted != null) {
      List<AcceptedChange> more = PolicyFile.read(accepted).accepted();
      agreed = agreed.withAccepted(more);
    }
    if (expected != null) {
      agreed = agreed.withExpected(PolicyFile.readManifest(expected));
    }
    return agreed.withRenames(renames);
  }

  /** The rows and metrics that these options ask for. */
  RowSelection selection() {
    return selection(List.of(RowComparison.PRIMARY));
  }

  /** The rows that these options ask for, and these metrics unless they ask for others. */
  RowSelection selection(List<String> usual) {
    List<String> wanted = metrics.isEmpty() ? usual : metrics;
    return new RowSelection(globs(include), globs(exclude), globs(wanted));
  }

  private static List<Glob> globs(List<String> texts) {
    return texts.stream().map(Glob::new).toList();
  }

  /**
   * A run without the iterations that are to be left out.
   *
   * @param other the side that it is compared with
   * @throws ResultFormatException in one sentence, if a fork would have no iteration left
   */
  BenchmarkRun prepared(BenchmarkRun run, BenchmarkRun other) {
    return skippedWarmup.without(run, other);
  }

  /**
   * Checks that no iterations are to be left out.
   *
   * @throws ResultFormatException in one sentence, if some are
   */
  void requireWholeForks() {
    if (!skippedWarmup.isNothing()) {
      throw new ResultFormatException(
          "--skip-warmup "
              + skippedWarmup.text()
              + ": a session warms its forks up before it measures; leave the option out, or set"
              + " -wi behind --");
    }
  }

  /** Whether only changed rows are shown. */
  boolean showsOnlyChanged() {
    return onlyChanged;
  }
}
