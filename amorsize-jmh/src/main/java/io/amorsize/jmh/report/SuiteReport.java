package io.amorsize.jmh.report;

import io.amorsize.execution.ExecutorType;
import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.verdict.PerformanceComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of a suite for people. */
public final class SuiteReport {

  /** In the metadata of a result: the warm-up that its first forks chose. */
  private static final String WARMUP = "warmup";

  private static final List<Column> COLUMNS =
      List.of(
          Column.words("workload"),
          Column.words("plan"),
          Column.numbers("predicted"),
          Column.numbers("actual"),
          Column.numbers("95 % interval"),
          Column.numbers("accuracy"),
          Column.words("result"));

  private SuiteReport() {}

  /**
   * The report of a run.
   *
   * @param results the workloads' results
   * @param settings how and where it ran, in a sentence
   * @param comparison the comparison with a baseline, where there was one
   * @param baseline what the comparison was with, or why there was none
   * @param next what to do next
   */
  public static Report of(
      Collection<PerformanceResult> results,
      String settings,
      Optional<PerformanceComparison> comparison,
      String baseline,
      String next) {
    List<Section> sections = new ArrayList<>();
    sections.add(Paragraph.of(settings));
    sections.add(table(results));
    PassTimes.table(results).ifPresent(sections::add);
    warmups(results).map(Paragraph::of).ifPresent(sections::add);
    List<Paragraph> notes = new ArrayList<>();
    results.forEach(result -> addNotes(notes, result));
    if (!notes.isEmpty()) {
      sections.add(new Notes("", notes));
    }
    sections.add(
        new Paragraph(
            baseline + comparison.map(c -> ": " + WorkloadComparisonReport.headline(c)).orElse("."),
            comparison.map(WorkloadComparisonReport::tone).orElse(Tone.UNSURE)));
    comparison.ifPresent(c -> sections.addAll(WorkloadComparisonReport.sections(c)));
    return new Report("Amorsize suite", headline(results), tone(results), sections, next);
  }

  /** Where results were measured, as far as they say. */
  public static String host(Collection<PerformanceResult> results) {
    return results.stream()
        .flatMap(result -> result.environment().stream())
        .findFirst()
        .map(where -> "Measured on " + HostWords.of(where) + ".")
        .orElse("Measured on an unknown machine.");
  }

  /** The workloads, a row each. */
  public static Table table(Collection<PerformanceResult> results) {
    return new Table("", COLUMNS, results.stream().map(SuiteReport::row).toList());
  }

  /** How many broke no criterion and met not all of them, since the host did not let them. */
  public static long unsure(Collection<PerformanceResult> results) {
    return results.stream()
        .filter(PerformanceResult::passed)
        .filter(SuiteReport::couldNotTell)
        .count();
  }

  private static String headline(Collection<PerformanceResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    long unsure = unsure(results);
    long passed = results.size() - failed - unsure;
    return passed + " passed, " + failed + " failed, " + unsure + " could not be told.";
  }

  private static Tone tone(Collection<PerformanceResult> results) {
    if (results.stream().anyMatch(result -> !result.passed())) {
      return Tone.BAD;
    }
    return results.stream().anyMatch(SuiteReport::couldNotTell) ? Tone.UNSURE : Tone.GOOD;
  }

  private static List<Cell> row(PerformanceResult result) {
    Optional<BenchmarkResult> benchmark = result.benchmarkResult();
    return List.of(
        Cell.of(result.workloadName()),
        Cell.of(result.optimizerResult().map(SuiteReport::plan).orElse("-")),
        Cell.of(
            result
                .optimizerResult()
                .map(plan -> Numbers.factor(plan.estimatedSpeedup()))
                .orElse("-")),
        Cell.of(benchmark.map(b -> Numbers.factor(b.actualSpeedup())).orElse("-")),
        Cell.of(interval(result)),
        Cell.of(benchmark.map(b -> Numbers.percent(b.accuracyPercent())).orElse("-")),
        outcome(result));
  }

  private static String plan(PlanRecord plan) {
    if (plan.nJobs() == 1) {
      return "serial";
    }
    boolean virtual = plan.executorType().equals(ExecutorType.VIRTUAL.label());
    return plan.nJobs() + " x " + plan.chunkSize() + (virtual ? " virtual" : "");
  }

  private static String interval(PerformanceResult result) {
    boolean serial = result.optimizerResult().map(plan -> plan.nJobs() == 1).orElse(false);
    if (serial || !(result.metadata().get("speedup_interval") instanceof Map<?, ?> interval)) {
      return "-";
    }
    return number(interval.get("lower")) + " to " + number(interval.get("upper"));
  }

  private static String number(Object value) {
    return value instanceof Number number ? TextFormat.number("%.2f", number.doubleValue()) : "?";
  }

  private static Cell outcome(PerformanceResult result) {
    if (result.metadata().containsKey("error")) {
      return new Cell("error", Tone.BAD);
    }
    if (!result.passed()) {
      return new Cell("FAIL", Tone.BAD);
    }
    return couldNotTell(result) ? new Cell("unsure", Tone.UNSURE) : new Cell("pass", Tone.GOOD);
  }

  /** Whether the host did not let a criterion be judged. */
  public static boolean couldNotTell(PerformanceResult result) {
    return !texts(result, "could_not_tell").isEmpty();
  }

  /** The warm-up that the first forks of each workload chose; empty where none did. */
  private static Optional<String> warmups(Collection<PerformanceResult> results) {
    List<String> chosen = new ArrayList<>();
    for (PerformanceResult result : results) {
      if (result.metadata().get(WARMUP) instanceof Map<?, ?> warmup) {
        boolean settled = Boolean.TRUE.equals(warmup.get("settled"));
        chosen.add(
            result.workloadName()
                + " "
                + warmup.get("iterations")
                + (settled ? "" : " (not settled)"));
      }
    }
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Warm-up, in iterations, as the first forks chose it: "
                + String.join(", ", chosen)
                + ".");
  }

  private static void addNotes(List<Paragraph> notes, PerformanceResult result) {
    add(notes, result, result.issues(), Tone.BAD);
    add(notes, result, texts(result, "could_not_tell"), Tone.UNSURE);
    add(notes, result, texts(result, "warnings"), Tone.UNSURE);
    if (result.metadata().get("alternative") instanceof Map<?, ?> alternative) {
      notes.add(
          new Paragraph(
              result.workloadName()
                  + ": the best parallel plan, "
                  + alternative.get("n_jobs")
                  + " x "
                  + alternative.get("chunksize")
                  + ", was predicted at "
                  + number(alternative.get("predicted_speedup"))
                  + "x and measured at "
                  + number(alternative.get("actual_speedup"))
                  + "x",
              Tone.FAINT));
    }
  }

  private static void add(
      List<Paragraph> notes, PerformanceResult result, List<String> texts, Tone tone) {
    texts.forEach(text -> notes.add(new Paragraph(result.workloadName() + ": " + text, tone)));
  }

  private static List<String> texts(PerformanceResult result, String key) {
    return result.metadata().get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
