package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.RowChecks;
import io.amorsize.finding.RowEvidence;
import io.amorsize.finding.Severity;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.result.Metric;
import io.amorsize.statistics.DetectableChange;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.ForkNoise;
import io.amorsize.statistics.MeanRatio;
import io.amorsize.statistics.SuiteTest;
import io.amorsize.unit.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Judges the rows of one metric as one suite. */
final class RowJudge {

  private static final double CONFIDENCE = 0.95;

  private final DecisionRule rule;
  private final RowTest test;
  private final DetectableChange detectable =
      new DetectableChange(ShippedNullTable.get(), DecisionRule.FLAG_LEVEL);

  RowJudge(DecisionRule rule, RowTest test) {
    this.rule = rule;
    this.test = test;
  }

  /** A row with what a test needs of it. */
  private record Prepared(MetricRow row, ForkCosts base, ForkCosts current, int position) {

    boolean isTestable(int leastForks) {
      return row.obstacle().isEmpty() && !row.needsAbsoluteRule() && hasForks(leastForks);
    }

    boolean hasForks(int least) {
      return base.forks() >= least && current.forks() >= least;
    }
  }

  /** The rows judged, in their order. */
  List<RowComparison> judge(List<MetricRow> rows) {
    List<Prepared> prepared = new ArrayList<>();
    List<SuiteTest.Row> suite = new ArrayList<>();
    for (MetricRow row : rows) {
      Prepared ready =
          new Prepared(row, row.costs(row.base()), row.costs(row.current()), suite.size());
      prepared.add(ready);
      if (ready.isTestable(test.leastForks())) {
        suite.add(testRow(ready));
      }
    }
    List<SuiteTest.Answer> answers = test.test(suite);
    List<RowComparison> judged = new ArrayList<>();
    for (Prepared ready : prepared) {
      judged.add(
          ready.isTestable(test.leastForks())
              ? tested(
                  ready, suite.get(ready.position()), answers.get(ready.position()), suite.size())
              : untested(ready));
    }
    return judged;
  }

  private SuiteTest.Row testRow(Prepared ready) {
    return new SuiteTest.Row(
        ready.base().summaries(),
        ready.current().summaries(),
        Math.log1p(ready.row().policy().threshold()),
        rule.noise().of(ready.row().pair().key(), ready.row().metric()),
        test.countsForkNoise()
            ? rule.noise().ofForks(ready.row().pair().key(), ready.row().metric())
            : ForkNoise.UNKNOWN);
  }

  private RowComparison tested(
      Prepared ready, SuiteTest.Row row, SuiteTest.Answer answer, int rows) {
    double[] base = ready.base().means();
    double[] current = ready.current().means();
    MeanRatio ratio = MeanRatio.of(base, current, row.sessionSd(), CONFIDENCE);
    boolean flags = test.flags(row, answer, rows);
    // The change that is shown is that of the means: a verdict must not say the opposite.
    boolean mixed = answer.mixed() || (flags && answer.sign() * Math.log(ratio.ratio()) < 0);
    boolean flagged = flags && !mixed;
    boolean called = flagged && answer.q() <= rule.falseDiscoveryRate();
    double margin = ready.row().policy().margin();
    boolean same = !flagged && !mixed && test.showsSame(ready.base(), ready.current(), row, margin);
    Verdict verdict =
        called
            ? answer.sign() > 0 ? Verdict.SLOWER : Verdict.FASTER
            : same ? Verdict.SAME : Verdict.INCONCLUSIVE;
    double target = rule.changeToSee(ready.row().pair().key().benchmark(), ready.row().metric());
    RowComparison.Change change =
        new RowComparison.Change(
            OptionalDouble.of(ratio.ratio()),
            Optional.of(ratio.interval()),
            OptionalDouble.of(answer.p()),
            OptionalDouble.of(answer.q()),
            OptionalDouble.of(detectable.smallest(row)),
            detectable.forksNeeded(row, Math.log1p(target)));
    List<Finding> findings = new ArrayList<>();
    if (mixed) {
      findings.add(
          new Finding(
              FindingCode.MIXED_SIGNS,
              Severity.WARNING,
              "parts of the iterations moved in opposite directions: no verdict;"
                  + " look at the iterations"));
    }
    if (verdict == Verdict.INCONCLUSIVE && !flagged) {
      test.stopped(row).ifPresent(findings::add);
    }
    return comparison(ready, change, verdict, flagged && !called, findings);
  }

  private RowComparison untested(Prepared ready) {
    MetricRow row = ready.row();
    boolean enough = ready.hasForks(test.leastForks());
    Verdict verdict =
        row.obstacle().isEmpty() && row.needsAbsoluteRule() && enough
            ? AllocationRule.judge(row.base().measurements(), row.current().measurements())
            : Verdict.INCONCLUSIVE;
    return comparison(
        ready,
        RowComparison.Change.ofSlowdown(described(ready)),
        verdict,
        false,
        row.obstacle().map(List::of).orElse(List.of()));
  }

  /** The ratio of what the files state, where nothing can be tested. */
  private static OptionalDouble described(Prepared ready) {
    boolean blind =
        ready.row().better() == Better.UNKNOWN
            || ready
                .row()
                .obstacle()
                .filter(found -> found.code() == FindingCode.UNITS_INCOMPATIBLE)
                .isPresent();
    OptionalDouble base = center(ready.row(), ready.row().base(), ready.base());
    OptionalDouble current = center(ready.row(), ready.row().current(), ready.current());
    if (blind || base.isEmpty() || current.isEmpty()) {
      return OptionalDouble.empty();
    }
    double ratio = current.getAsDouble() / base.getAsDouble();
    boolean usable = ratio > 0 && Double.isFinite(ratio);
    double slowdown = ready.row().better() == Better.HIGHER ? 1 / ratio : ratio;
    return usable ? OptionalDouble.of(slowdown) : OptionalDouble.empty();
  }

  private RowComparison comparison(
      Prepared ready,
      RowComparison.Change change,
      Verdict verdict,
      boolean suspect,
      List<Finding> first) {
    MetricRow row = ready.row();
    List<Finding> findings = new ArrayList<>(first);
    Optional<AcceptedChange> accepted = accepted(row, change, verdict, findings);
    findings.addAll(row.notes());
    if (row.obstacle().isEmpty()) {
      findings.addAll(RowChecks.findings(evidence(ready, change)));
    }
    return new RowComparison(
        row.pair().key(),
        row.metric(),
        row.base().measurements().unit(),
        row.better(),
        new SideSummary(
            row.pair().base().key(),
            row.base().measurements(),
            center(row, row.base(), ready.base())),
        new SideSummary(
            row.pair().current().key(),
            row.current().measurements(),
            center(row, row.current(), ready.current())),
        change,
        verdict,
        suspect,
        accepted,
        findings);
  }

  private static RowEvidence evidence(Prepared ready, RowComparison.Change change) {
    return new RowEvidence(
        ready.base(),
        ready.current(),
        ready.row().pair().base().settings(),
        ready.row().pair().current().settings(),
        change.slowdown(),
        change.smallestDetectable());
  }

  private Optional<AcceptedChange> accepted(
      MetricRow row, RowComparison.Change change, Verdict verdict, List<Finding> findings) {
    if (verdict != Verdict.SLOWER || change.slowdown().isEmpty()) {
      return Optional.empty();
    }
    double slowdown = change.slowdown().getAsDouble();
    Optional<AcceptedChange> found =
        rule.policy().covering(row.pair().key().benchmark(), row.metric(), slowdown, rule.today());
    found.ifPresent(
        change1 ->
            findings.add(
                new Finding(
                    FindingCode.ACCEPTED_CHANGE,
                    Severity.INFO,
                    String.format(
                        Locale.ROOT,
                        "accepted up to %+.1f %%: %s",
                        100 * change1.upTo(),
                        change1.reason()))));
    return found;
  }

  private static OptionalDouble center(MetricRow row, Metric metric, ForkCosts costs) {
    if (costs.forks() == 0) {
      return metric.score();
    }
    if (!costs.arePositive()) {
      return metric.measurements().forks().stream().mapToDouble(fork -> fork.mean()).average();
    }
    double cost = costs.center();
    return OptionalDouble.of(row.better() == Better.HIGHER ? 1 / cost : cost);
  }
}
