package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.unit.Better;
import io.amorsize.verdict.SideSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The rows of a result of JMH, whoever made it: each benchmark's score with its forks. */
public final class RowsReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.names("benchmark"),
          Column.numbers("score"),
          Column.numbers("±"),
          Column.words("unit"),
          Column.numbers("forks"),
          Column.numbers("iterations"));

  private static final String LEGEND =
      "±: half of the 95 % interval of the mean, from the means of the forks. A score of one fork"
          + " says nothing about the next.";

  private final BenchmarkRun run;
  private final CommonFacts common;

  private RowsReport(BenchmarkRun run) {
    this.run = run;
    this.common = CommonFacts.of(run.rows().stream().map(BenchmarkRow::key).toList());
  }

  /** The rows for people. */
  public static Report of(BenchmarkRun run) {
    return new RowsReport(run).report();
  }

  /** What each row is called among the others. */
  public static List<String> names(BenchmarkRun run) {
    CommonFacts common = new RowsReport(run).common;
    return run.rows().stream().map(row -> common.name(row.key())).toList();
  }

  private Report report() {
    List<Section> sections = new ArrayList<>();
    sections.add(Paragraph.of(where()));
    shared().ifPresent(sections::add);
    sections.add(new Section.Table("", COLUMNS, run.rows().stream().map(this::cells).toList()));
    sections.add(new Paragraph(LEGEND, Tone.FAINT));
    List<Paragraph> notes = notes();
    if (!notes.isEmpty()) {
      sections.add(new Section.Notes("", notes));
    }
    return new Report(
        run.label(),
        headline(),
        Tone.PLAIN,
        sections,
        "Next: 'compare BASE " + run.label() + "' judges it against another result.");
  }

  private String where() {
    return run.environment()
        .map(environment -> "Measured on " + HostWords.of(environment) + ".")
        .orElse("Measured on an unknown machine.");
  }

  private Optional<Section> shared() {
    List<String> facts = new ArrayList<>(common.texts());
    facts.addAll(SharedSettings.of(run, run));
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(Paragraph.of("All rows: " + String.join(", ", facts) + "."));
  }

  private String headline() {
    int[] forks =
        run.rows().stream().mapToInt(row -> row.primary().measurements().forks().size()).toArray();
    int fewest = Arrays.stream(forks).min().orElse(0);
    int most = Arrays.stream(forks).max().orElse(0);
    String each = fewest == most ? Integer.toString(most) : fewest + " to " + most;
    return forks.length
        + (forks.length == 1 ? " row, " : " rows, ")
        + each
        + (most == 1 ? " fork" : " forks")
        + (forks.length == 1 ? "." : " each.");
  }

  private List<Cell> cells(BenchmarkRow row) {
    Measurements measured = row.primary().measurements();
    return List.of(
        Cell.of(common.name(row.key())),
        Cell.of(score(row)),
        Cell.of(spread(row)),
        Cell.of(measured.unit().symbol()),
        Cell.of(Integer.toString(measured.forks().size())),
        Cell.of(Integer.toString(measured.iterations())));
  }

  /** A row's score with four significant digits, for example {@code 12.34}. */
  public static String score(BenchmarkRow row) {
    return scoreText(row.primary());
  }

  static String scoreText(Metric metric) {
    OptionalDouble score = score(metric);
    return score.isEmpty() ? "-" : RowNumbers.value(score.getAsDouble());
  }

  /** Half of the interval of a score, for example {@code 1.2 %}; empty with fewer than 2 forks. */
  public static String spread(BenchmarkRow row) {
    OptionalDouble percent = spreadPercent(row);
    return percent.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            percent.getAsDouble() < 99.95 ? "%.1f %%" : "%.0f %%",
            percent.getAsDouble());
  }

  /** The same as a number, in percent. */
  public static OptionalDouble spreadPercent(BenchmarkRow row) {
    return spreadPercent(row, row.primary());
  }

  static OptionalDouble spreadPercent(BenchmarkRow row, Metric metric) {
    SideSummary side = new SideSummary(row.key(), metric.measurements(), OptionalDouble.empty());
    return RowNumbers.spreadPercent(side, Better.LOWER);
  }

  /** The mean of the forks' means, or what the file states where it keeps no forks. */
  public static OptionalDouble score(Metric metric) {
    OptionalDouble mean = Arrays.stream(metric.measurements().forkMeans()).average();
    return mean.isPresent() ? mean : metric.score();
  }

  private List<Paragraph> notes() {
    List<Paragraph> notes = new ArrayList<>();
    run.notes().forEach(note -> notes.add(new Paragraph(note, Tone.UNSURE)));
    for (BenchmarkRow row : run.rows()) {
      row.primary()
          .problem()
          .ifPresent(
              why -> notes.add(new Paragraph(common.name(row.key()) + ": " + why, Tone.UNSURE)));
    }
    String others =
        run.rows().stream()
            .flatMap(row -> row.secondary().keySet().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      notes.add(
          new Paragraph(
              "Measured besides, and written with --format json or csv: " + others + ".",
              Tone.FAINT));
    }
    return notes;
  }
}
