package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.statistics.SequentialDesign;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changed between two JMH results.
 *
 * @param base what the earlier side is called
 * @param current what the later side is called
 * @param rule how it was judged
 * @param rows the rows of both sides, in the order of the base
 * @param missing what only the base has
 * @param added what only the current side has
 * @param environmentsDiffer whether the sides are known to come from different machines or JVMs, so
 *     that verdicts are advice
 * @param findings what a reader should know about the whole
 */
public record Comparison(
    String base,
    String current,
    DecisionRule rule,
    List<RowComparison> rows,
    List<BenchmarkKey> missing,
    List<BenchmarkKey> added,
    boolean environmentsDiffer,
    List<Finding> findings) {

  /** How often an unchanged row of a small suite is called slower or faster; measured. */
  private static final double ALARMS_OF_A_ROW = 0.011;

  /** How often an unchanged suite has such a row, from about five rows on; measured. */
  private static final double ALARMS_OF_A_SUITE = 0.05;

  /** Copies the lists. */
  public Comparison {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
    added = List.copyOf(added);
    findings = List.copyOf(findings);
  }

  /** Judges two runs. */
  public static Comparison of(
      BenchmarkRun base, BenchmarkRun current, DecisionRule rule, RowSelection selection) {
    RowTest test = new OneLookTest(ShippedNullTable.get());
    return new RunComparer(rule, selection, EnvironmentCheck.ofTwoRuns(), test)
        .compare(base, current);
  }

  /**
   * Judges two sides that were measured in one session, fork by fork, and looked at after each pair
   * of forks. What the sides ran on is part of what is compared.
   *
   * @param base one side; every row has as many forks as on the other
   * @param current the other side
   * @param design when the session stops
   */
  public static Comparison ofSession(
      BenchmarkRun base,
      BenchmarkRun current,
      DecisionRule rule,
      RowSelection selection,
      SequentialDesign design) {
    RowTest test = new SessionTest(ShippedNullTable.get(), design);
    return new RunComparer(rule, selection, EnvironmentCheck.ofOneSession(), test)
        .compare(base, current);
  }

  /** Judges the benchmarks' own scores of two runs. */
  public static Comparison of(BenchmarkRun base, BenchmarkRun current, DecisionRule rule) {
    return of(base, current, rule, RowSelection.PRIMARY_OF_ALL);
  }

  /** Number of rows with a verdict. */
  public int count(Verdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** Rows that were flagged and could not be called. */
  public List<RowComparison> suspects() {
    return rows.stream().filter(RowComparison::suspect).toList();
  }

  /** Rows that got slower without anybody having agreed to it. */
  public List<RowComparison> regressions() {
    return rows.stream().filter(RowComparison::isRegression).toList();
  }

  /** Rows that more forks could still decide. */
  public List<RowComparison> open() {
    return rows.stream().filter(RowComparison::isOpen).toList();
  }

  /** Whether an expected benchmark is missing. */
  public boolean hasManifestGap() {
    return has(FindingCode.MANIFEST_GAP);
  }

  /** Whether there is a finding about the whole. */
  public boolean has(FindingCode code) {
    return findings.stream().anyMatch(finding -> finding.code() == code);
  }

  /**
   * Geometric mean of the slowdowns of the benchmarks' own scores, or of all rows where there are
   * none; empty where no row has one.
   */
  public OptionalDouble geomeanSlowdown() {
    boolean primary = rows.stream().anyMatch(row -> row.metric().equals(RowComparison.PRIMARY));
    return rows.stream()
        .filter(row -> !primary || row.metric().equals(RowComparison.PRIMARY))
        .filter(row -> row.change().slowdown().isPresent())
        .mapToDouble(row -> Math.log(row.change().slowdown().getAsDouble()))
        .average()
        .stream()
        .map(Math::exp)
        .findFirst();
  }

  /**
   * How many rows would be called slower or faster if nothing had changed. Each metric is a suite
   * of its own.
   */
  public double expectedFalseAlarms() {
    Map<String, Long> judged =
        rows.stream()
            .filter(RowComparison::isJudged)
            .collect(Collectors.groupingBy(RowComparison::metric, Collectors.counting()));
    return judged.values().stream()
        .mapToDouble(rowCount -> Math.min(rowCount * ALARMS_OF_A_ROW, ALARMS_OF_A_SUITE))
        .sum();
  }

  /** The same comparison that also names what stood on one side only and was not measured. */
  public Comparison withUnmeasured(List<BenchmarkKey> onlyBase, List<BenchmarkKey> onlyCurrent) {
    return new Comparison(
        base,
        current,
        rule,
        rows,
        joined(missing, onlyBase),
        joined(added, onlyCurrent),
        environmentsDiffer,
        joined(findings, OneSidedParams.find(onlyBase, onlyCurrent)));
  }

  /** The same comparison with other rows. */
  public Comparison withRows(List<RowComparison> others) {
    return new Comparison(
        base, current, rule, others, missing, added, environmentsDiffer, findings);
  }

  private static <T> List<T> joined(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** The same comparison, judged as if both sides were of one machine and JVM. */
  public Comparison ignoringEnvironments() {
    return new Comparison(base, current, rule, rows, missing, added, false, findings);
  }
}
