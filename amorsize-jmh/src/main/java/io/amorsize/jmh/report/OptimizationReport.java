package io.amorsize.jmh.report;

import io.amorsize.execution.ExecutorType;
import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;

/** A plan and its explanation for people. */
public final class OptimizationReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.numbers("threads"),
          Column.numbers("chunk"),
          Column.numbers("speedup"),
          Column.numbers("range"),
          Column.words("known from"),
          Column.words(""));

  private OptimizationReport() {}

  /** The report of a workload's plan. */
  public static Report of(WorkloadSpec<?, ?> spec, OptimizationResult result) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Paragraph.of(spec.name() + ": " + spec.description() + ", " + spec.dataSize() + " items."));
    result.profile().ifPresent(profile -> sections.add(sample(profile)));
    result.breakdown().ifPresent(parts -> sections.add(time(parts)));
    if (!result.candidates().isEmpty()) {
      sections.add(candidates(result));
    }
    if (!result.warnings().isEmpty()) {
      sections.add(
          new Notes(
              "",
              result.warnings().stream()
                  .map(warning -> new Paragraph(warning, Tone.UNSURE))
                  .toList()));
    }
    sections.add(Paragraph.of("Why: " + result.reason() + "."));
    return new Report(
        "Plan of " + spec.name(),
        headline(result),
        Tone.PLAIN,
        sections,
        "Next: 'validate " + spec.name() + "' holds the prediction against a measurement.");
  }

  private static String headline(OptimizationResult result) {
    if (result.plan().isSerial()) {
      return "Use a serial loop.";
    }
    return "Use "
        + result.nJobs()
        + (result.executorType() == ExecutorType.VIRTUAL ? " virtual" : "")
        + " threads and chunks of at most "
        + result.chunkSize()
        + ": predicted speedup "
        + Numbers.factor(result.estimatedSpeedup())
        + ", planned in "
        + Numbers.seconds(result.planningTime().toNanos() / 1e9)
        + ".";
  }

  private static Section sample(SampleProfile profile) {
    return Paragraph.of(
        "Sampled: "
            + Numbers.seconds(profile.itemNanos() / 1e9)
            + " an item (sd "
            + Numbers.seconds(profile.itemSdNanos() / 1e9)
            + "), "
            + TextFormat.number("%.0f", 100 * profile.cpuShare())
            + " % of it on a CPU ("
            + profile.type().label()
            + "), "
            + TextFormat.number("%.0f", profile.bytesPerItem())
            + " bytes allocated.");
  }

  private static Section time(TimeBreakdown parts) {
    return Paragraph.of(
        "Predicted: "
            + time(parts.totalNanos())
            + " a pass instead of "
            + time(parts.serialNanos())
            + ": share of a thread "
            + time(parts.shareNanos())
            + ", contention and missing cores "
            + time(parts.contentionNanos())
            + ", waiting for the last item "
            + time(parts.tailNanos())
            + ", dispatch "
            + time(parts.dispatchNanos())
            + ", taking chunks "
            + time(parts.claimNanos())
            + ".");
  }

  private static String time(double nanos) {
    return Numbers.seconds(nanos / 1e9);
  }

  private static Section candidates(OptimizationResult result) {
    List<List<Cell>> rows =
        result.candidates().stream().map(candidate -> row(candidate, result)).toList();
    return new Table("Plans considered beside the serial loop:", COLUMNS, rows);
  }

  private static List<Cell> row(PlanCandidate candidate, OptimizationResult result) {
    return List.of(
        Cell.of(Integer.toString(candidate.plan().nJobs())),
        Cell.of(Integer.toString(candidate.plan().chunkSize())),
        Cell.of(Numbers.factor(candidate.estimatedSpeedup())),
        Cell.of(
            candidate.measured()
                ? TextFormat.number("%.2f to %.2f", candidate.lower(), candidate.upper())
                : "-"),
        Cell.of(candidate.measured() ? "pilot" : "arithmetic"),
        Cell.of(candidate.plan().equals(result.plan()) ? "chosen" : ""));
  }
}
