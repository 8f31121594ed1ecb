package io.amorsize.jmh.night;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.history.Baseline;
import io.amorsize.history.CalibratedNoise;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.KeptJar;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NoiseShelf;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SessionNoise;
import io.amorsize.verdict.Verdict;
import io.amorsize.verdict.WorkloadChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the night with the rolling baseline and with the anchor, told of the noise between
 * sessions that the history shows and that was calibrated where both were measured; of what both
 * know, the larger. What two sessions show is a suspect, whatever its verdict.
 */
final class CompareStep implements NightStep {

  @Override
  public String word() {
    return "compare";
  }

  @Override
  public String run(Night night) {
    RunFiles files = RunFiles.of(night.folder().run());
    Optional<BenchmarkRun> tonight = files.readRows(night.folder().id());
    Known known = Known.of(night, files.environment());
    List<NightComparison> with = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (BaseRole role : BaseRole.values()) {
      String name = night.settings().bases().name(role);
      Optional<Baseline> baseline = night.settings().bases().store().find(name);
      Optional<Baseline.Entry> entry =
          baseline.flatMap(
              found -> found.entryFor(files.environment(), any -> any.jmh().isPresent()));
      if (entry.isEmpty() || tonight.isEmpty()) {
        absent.add(name);
      } else {
        with.add(new Pair(night, role, name, entry.get(), known).compare(tonight.get(), files));
      }
    }
    NightComparisons found = new NightComparisons(with, absent);
    found.write(night.folder().comparisons());
    return sentence(found);
  }

  /** What is known of the noise between sessions: by nights, and by a calibration of this host. */
  private record Known(LearnedNoise learned, Optional<CalibratedNoise> calibrated) {

    static Known of(Night night, Optional<RunEnvironment> here) {
      NoiseShelf shelf = night.settings().bases().noise();
      if (night.settings().history().isEmpty()) {
        return new Known(LearnedNoise.NONE, here.flatMap(shelf::find));
      }
      try (HistoryStore store = night.settings().history().get().opener().get()) {
        return new Known(store.noise(), here.flatMap(where -> shelf.find(where, store)));
      }
    }
  }

  private static String sentence(NightComparisons found) {
    if (found.with().isEmpty()) {
      return "nothing, there is no baseline "
          + found.absent().stream()
              .map(name -> "'" + name + "'")
              .collect(Collectors.joining(" or "));
    }
    double expected = found.with().stream().mapToDouble(NightComparison::expectedByChance).sum();
    return found.with().stream().map(NightComparison::sentence).collect(Collectors.joining("; "))
        + String.format(Locale.ROOT, " (%.2f expected by chance)", expected);
  }

  /** The night and an entry of a baseline. */
  private record Pair(Night night, BaseRole role, String name, Baseline.Entry entry, Known known) {

    /** What was learned, with what was calibrated where both were measured. */
    private SessionNoise noise(RunFiles files) {
      Optional<RunEnvironment> here = files.environment().map(RunEnvironment::withoutJvmArgs);
      return here.filter(where -> entry.environment().withoutJvmArgs().equals(where))
          .flatMap(unused -> known.calibrated())
          .map(found -> found.betweenSessions(known.learned()))
          .orElseGet(known.learned()::forRows);
    }

    NightComparison compare(BenchmarkRun tonight, RunFiles files) {
      LocalDate measuredOn =
          LocalDate.ofInstant(entry.measuredAt(), night.tools().clock().getZone());
      BenchmarkRun base =
          new JmhResultReader()
              .readAll(name, List.of(entry.jmh().orElseThrow()))
              .measuredIn(entry.environment());
      SessionNoise noise = noise(files);
      DecisionRule rule = night.settings().judging().ruleFor(measuredOn).withNoise(noise);
      Comparison rows = Comparison.of(base, tonight, rule, night.settings().judging().selection());
      WholeFile.write(night.folder().comparison(name), ComparisonJson.write(rows));
      List<String> notes = new ArrayList<>(findings(rows));
      if (noise.usual() > 0 || !noise.rows().isEmpty()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "two sessions of one code differ by %.1f %% (sd, middle row), which is counted",
                100 * noise.usual()));
      }
      notes.addAll(workloads(files));
      return new NightComparison(
          role,
          name,
          measuredOn,
          entry.jar().map(KeptJar::sha256),
          entry.workloadsJar().map(KeptJar::sha256),
          counts(rows),
          rows.environmentsDiffer(),
          rows.hasManifestGap(),
          notes);
    }

    private static NightComparison.Counts counts(Comparison rows) {
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

    private static List<String> findings(Comparison rows) {
      return rows.findings().stream()
          .filter(finding -> finding.severity() != Severity.INFO)
          .map(finding -> finding.message() + " [" + finding.code().label() + "]")
          .toList();
    }

    /** Two sessions do not show why a plan or its prediction changed; a person may look. */
    private List<String> workloads(RunFiles files) {
      Map<String, PerformanceResult> now = files.readResults();
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
}
