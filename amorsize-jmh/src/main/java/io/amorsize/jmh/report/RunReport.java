package io.amorsize.jmh.report;

import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunLine;
import io.amorsize.history.RunOrigin;
import io.amorsize.history.RunSamples;
import io.amorsize.history.Sample;
import io.amorsize.result.JsonFile;
import io.amorsize.result.Measurements;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One run of a history with what it measured. */
public final class RunReport {

  private static final List<Column> COLUMNS =
      List.of(
          Column.names("benchmark"),
          Column.numbers("forks"),
          Column.numbers("iterations"),
          Column.numbers("score"),
          Column.words("unit"));

  private RunReport() {}

  /**
   * The run for people: the benchmarks' own scores, and what is followed of workloads.
   *
   * @param isLatest whether none is later, of those that were asked for
   */
  public static Report of(RecordedRun run, RunContent content, boolean isLatest) {
    List<Sample> samples =
        RunSamples.of(content).stream()
            .filter(sample -> SeriesNames.isUsual(sample.key()))
            .toList();
    CommonFacts common =
        CommonFacts.of(samples.stream().map(sample -> sample.key().row()).toList());
    List<Section> sections = new ArrayList<>();
    facts(run, common).forEach(fact -> sections.add(Section.Paragraph.of(fact)));
    sections.add(
        new Section.Table(
            "", COLUMNS, samples.stream().map(sample -> row(sample, common)).toList()));
    return new Report(
        "Run " + run.id(),
        run.rows()
            + (run.rows() == 1 ? " row" : " rows")
            + " and "
            + run.results()
            + (run.results() == 1 ? " workload." : " workloads."),
        Tone.PLAIN,
        sections,
        isLatest
            ? "Next: 'history compare' judges the latest run against the one before."
            : "Next: 'history compare " + run.id() + " latest' judges the latest run against it.");
  }

  private static List<String> facts(RecordedRun run, CommonFacts common) {
    RunOrigin origin = run.origin();
    List<String> facts = new ArrayList<>();
    facts.add(
        "Run "
            + run.id()
            + ", "
            + origin.name()
            + ", measured "
            + TimeOfRun.of(origin.time())
            + " UTC"
            + origin.commit().map(commit -> ", commit " + commit).orElse("")
            + origin.branch().map(branch -> ", branch " + branch).orElse("")
            + ".");
    if (!origin.labels().isEmpty()) {
      facts.add(
          origin.labels().entrySet().stream()
              .map(label -> label.getKey() + "=" + label.getValue())
              .collect(Collectors.joining(", ", "Labels: ", ".")));
    }
    facts.add(
        origin
            .environment()
            .map(where -> "Measured on " + HostWords.of(where) + ".")
            .orElse("Measured on an unknown machine."));
    SeriesNames.shared(common).ifPresent(facts::add);
    return facts;
  }

  private static List<Cell> row(Sample sample, CommonFacts common) {
    Measurements measured = sample.metric().measurements();
    return List.of(
        Cell.of(SeriesNames.of(sample.key(), common)),
        Cell.of(Integer.toString(measured.forks().size())),
        Cell.of(Integer.toString(measured.iterations())),
        Cell.of(RowsReport.scoreText(sample.metric())),
        Cell.of(measured.unit().symbol()));
  }

  /** The run for programs, in the form of an export. */
  public static String json(RecordedRun run, RunContent content) {
    return JsonFile.text(RunLine.plain(run.origin(), content));
  }

  /** All metrics of the run for spreadsheets. */
  public static String csv(RunContent content) {
    return CsvLine.document(
        RowCsv.scoreNames(List.of()),
        RunSamples.of(content).stream()
            .map(
                sample ->
                    RowCsv.line(sample.key().row(), sample.key().metric(), sample.metric())
                        .line()));
  }
}
