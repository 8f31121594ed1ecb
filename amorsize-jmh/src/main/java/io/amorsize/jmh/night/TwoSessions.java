package io.amorsize.jmh.night;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.history.Baseline;
import io.amorsize.history.KeptJar;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.Verdict;
import io.amorsize.verdict.WorkloadChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A night compared with a baseline, which another session measured.
 *
 * @param role what the baseline is
 * @param name its name
 * @param measuredOn the day on which it was measured
 * @param entry the entry of it that fits this machine
 * @param base the baseline's forks
 * @param tonight the night's forks
 * @param rows what differs
 */
record TwoSessions(
    BaseRole role,
    String name,
    LocalDate measuredOn,
    Baseline.Entry entry,
    BenchmarkRun base,
    BenchmarkRun tonight,
    Comparison rows) {

  /** Compares; empty where there is no such baseline, or the night has no rows. */
  static Optional<TwoSessions> of(Night night, BaseRole role) {
    RunFiles files = RunFiles.of(night.folder().run());
    Optional<BenchmarkRun> tonight = files.readRows(night.folder().id());
    return night
        .settings()
        .bases()
        .store()
        .find(night.settings().bases().name(role))
        .flatMap(found -> found.entryFor(files.environment(), any -> any.jmh().isPresent()))
        .flatMap(entry -> tonight.map(run -> of(night, role, entry, run)));
  }

  private static TwoSessions of(
      Night night, BaseRole role, Baseline.Entry entry, BenchmarkRun tonight) {
    String name = night.settings().bases().name(role);
    LocalDate measuredOn = LocalDate.ofInstant(entry.measuredAt(), night.tools().clock().getZone());
    BenchmarkRun base =
        new JmhResultReader()
            .readAll(name, List.of(entry.jmh().orElseThrow()))
            .measuredIn(entry.environment());
    DecisionRule rule =
        night
            .settings()
            .judging()
            .ruleFor(measuredOn)
            .withNoise(KnownNoise.of(night).between(entry.environment()));
    Comparison rows = Comparison.of(base, tonight, rule, night.settings().judging().selection());
    return new TwoSessions(role, name, measuredOn, entry, base, tonight, rows);
  }

  /** The rows for programs. */
  String json() {
    return ComparisonJson.write(rows);
  }

  /** What people are told of it. */
  ComparisonReport report(Comparison settled) {
    return ComparisonReport.of(settled, base, tonight);
  }

  /**
   * What is told of it without its rows.
   *
   * @param files what was measured tonight
   */
  NightComparison inShort(RunFiles files) {
    List<String> notes = new ArrayList<>(findings());
    double usual = rows.rule().noise().usual();
    if (usual > 0 || !rows.rule().noise().rows().isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "two sessions of one code differ by %.1f %% (sd, middle row), which is counted",
              100 * usual));
    }
    notes.addAll(workloads(files.readResults()));
    return new NightComparison(
        role,
        name,
        measuredOn,
        entry.jar().map(KeptJar::sha256),
        entry.workloadsJar().map(KeptJar::sha256),
        counts(),
        rows.environmentsDiffer(),
        rows.hasManifestGap(),
        notes);
  }

  private NightComparison.Counts counts() {
    long accepted = rows.rows().stream().filter(row -> row.accepted().isPresent()).count();
    long judged = rows.rows().stream().filter(RowComparison::isJudged).count();
    return new NightComparison.Counts(
        rows.rows().size(),
        (int) judged,
        rows.regressions().size() + rows.suspects().size(),
        rows.count(Verdict.FASTER),
        (int) accepted,
        rows.missing().size());
  }

  private List<String> findings() {
    return rows.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(finding -> finding.message() + " [" + finding.code().label() + "]")
        .toList();
  }

  /** Two sessions do not show why a plan or its prediction changed; a person may look. */
  private List<String> workloads(Map<String, PerformanceResult> now) {
    if (now.isEmpty() || entry.results().isEmpty()) {
      return List.of();
    }
    PerformanceComparison found =
        PerformanceComparison.compare(
            PerformanceResultJson.read(entry.results().get()),
            now,
            PerformanceComparison.DEFAULT_THRESHOLD);
    List<String> notes = new ArrayList<>();
    found.regressions().forEach(change -> notes.add(sentence(change)));
    found.findings().stream()
        .filter(finding -> finding.code() == FindingCode.PLAN_CHANGED)
        .map(Finding::message)
        .forEach(notes::add);
    return notes;
  }

  private static String sentence(WorkloadChange change) {
    return String.format(
        Locale.ROOT,
        "%s: %s changed by %+.1f %%, from %.4g to %.4g; two sessions do not show why",
        change.workload(),
        change.metric().label().replace('_', ' '),
        change.changePercent(),
        change.base(),
        change.current());
  }
}
