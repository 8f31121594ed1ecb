package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.PerformanceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a night says of the code. Only what was confirmed in one session fails it, or a workload
 * that broke a criterion, which needs no baseline.
 *
 * @param failures what could not be measured, a sentence each
 * @param broken criteria that workloads broke, a sentence each
 * @param confirmation what became of the rows that were flagged
 * @param comparisons what was compared with
 * @param unsure what else could not be told, a sentence each
 * @param health what the doctor said
 */
record NightJudgement(
    List<String> failures,
    List<String> broken,
    Confirmation confirmation,
    NightComparisons comparisons,
    List<String> unsure,
    ExamineStep.Health health) {

  /** Copies the lists. */
  NightJudgement {
    failures = List.copyOf(failures);
    broken = List.copyOf(broken);
    unsure = List.copyOf(unsure);
  }

  /** Reads what the steps up to the confirmation left. */
  static NightJudgement of(NightFolder folder) {
    Confirmation confirmation = Confirmation.read(folder.confirmation());
    NightComparisons comparisons = NightComparisons.read(folder.comparisons());
    List<String> failures = new ArrayList<>(MeasureStep.failures(folder));
    failures.addAll(confirmation.failures());
    List<String> broken = new ArrayList<>();
    List<String> unsure = new ArrayList<>();
    for (PerformanceResult result : RunFiles.of(folder.run()).readResults().values()) {
      boolean error = result.metadata().containsKey("error");
      if (!result.passed() && !error) {
        result.issues().forEach(issue -> broken.add(result.workloadName() + ": " + issue));
      }
      if (SuiteReport.couldNotTell(result)) {
        unsure.add(result.workloadName() + ": the host did not let it be judged");
      }
    }
    addUnsure(unsure, comparisons);
    return new NightJudgement(
        failures, broken, confirmation, comparisons, unsure, ExamineStep.Health.of(folder));
  }

  private static void addUnsure(List<String> unsure, NightComparisons comparisons) {
    comparisons.absent().forEach(name -> unsure.add("nothing was compared with '" + name + "'"));
    for (NightComparison with : comparisons.with()) {
      if (with.counts().missing() > 0) {
        unsure.add(with.counts().missing() + " rows of '" + with.baseline() + "' are missing");
      }
      if (with.environmentsDiffer()) {
        unsure.add("'" + with.baseline() + "' was measured in another environment");
      }
    }
  }

  List<ConfirmedRow> regressions() {
    return confirmation.with(Status.CONFIRMED);
  }

  List<ConfirmedRow> open() {
    return confirmation.with(Status.OPEN);
  }

  /** Whether there was anything to compare with. */
  boolean compared() {
    return !comparisons.with().isEmpty();
  }

  /** Whether an expected benchmark is missing. */
  boolean gap() {
    return comparisons.with().stream().anyMatch(NightComparison::gap);
  }

  /** Whether something got slower, or a criterion was broken. */
  boolean regressed() {
    return !regressions().isEmpty() || !broken.isEmpty();
  }

  /** What it says of the code, for baselines. */
  Judgement judgement() {
    if (regressed() || !failures.isEmpty()) {
      return Judgement.FAILED;
    }
    return open().isEmpty() && !gap() ? Judgement.PASSED : Judgement.NOT_JUDGED;
  }

  /**
   * Whether the rolling baseline follows: a night that was compared with nothing proves nothing.
   */
  boolean promotes() {
    return judgement() == Judgement.PASSED && compared() && health.fit();
  }

  /**
   * Whether the exit code says that something could not be told.
   *
   * @param strict whether that counts where nobody said that it must be told
   */
  boolean couldNotTell(boolean strict) {
    boolean always = gap() || (confirmation.outOfTime() && !open().isEmpty());
    return always || (strict && (!open().isEmpty() || !unsure.isEmpty() || !health.fit()));
  }

  /** The answer in a sentence. */
  String headline() {
    List<String> parts = new ArrayList<>();
    add(parts, failures.size(), "could not be measured");
    add(parts, broken.size(), broken.size() == 1 ? "criterion broken" : "criteria broken");
    if (!regressions().isEmpty()) {
      parts.add(slower());
    }
    add(parts, open().size(), open().size() == 1 ? "suspect still open" : "suspects still open");
    if (gap()) {
      parts.add("expected benchmarks are missing");
    }
    if (!parts.isEmpty()) {
      String word = judgement() == Judgement.FAILED ? "Failed: " : "Could not tell: ";
      return word + String.join(", ", parts) + ".";
    }
    return compared()
        ? "Passed: nothing got slower."
        : "Nothing was compared: there is no baseline yet.";
  }

  /** A row that is slower than both baselines counts once; the worst is named. */
  private String slower() {
    long rows = regressions().stream().map(ConfirmedRow::name).distinct().count();
    ConfirmedRow worst =
        regressions().stream()
            .max(Comparator.comparingDouble(row -> row.slowdown().orElse(0)))
            .orElseThrow();
    return rows
        + (rows == 1 ? " row confirmed slower (" : " rows confirmed slower (the worst is ")
        + worst.shortName()
        + " "
        + worst.change()
        + ")";
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }
}
