package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.jmh.page.NightPage;
import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Numbers;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.report.Tone;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.result.PerformanceResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A night for people. */
final class NightReport {

  private final NightFolder folder;
  private final NightSettings settings;
  private final NightJudgement judgement;

  NightReport(NightFolder folder, NightSettings settings) {
    this.folder = folder;
    this.settings = settings;
    this.judgement = NightJudgement.of(folder);
  }

  /** The report of what the steps left. */
  static Report of(NightFolder folder, NightSettings settings) {
    return new NightReport(folder, settings).report();
  }

  /** What the steps left. */
  Report report() {
    List<Section> sections = new ArrayList<>(run());
    sections.addAll(problems());
    for (NightComparison with : judgement.comparisons().with()) {
      sections.addAll(inShort(with));
    }
    sections.addAll(absent());
    NightRows.changes(folder, judgement.comparisons()).ifPresent(sections::add);
    sections.addAll(suspects());
    sections.addAll(trend());
    sections.addAll(host());
    return new Report("Night " + folder.id(), judgement.headline(), tone(), sections, next());
  }

  /**
   * The same as a page, which draws the rows instead of the largest changes alone.
   *
   * @param drawn what the night was compared with, with its rows, as far as they can be drawn
   * @param trends all nights, if there is a history
   */
  String page(List<NightPage.Against> drawn, Optional<TrendDocument> trends) {
    List<Section> first = new ArrayList<>(joined(run(), problems()));
    Set<String> headings =
        drawn.stream().map(NightPage.Against::heading).collect(Collectors.toSet());
    judgement.comparisons().with().stream()
        .filter(with -> !headings.contains(against(with)))
        .forEach(with -> first.addAll(inShort(with)));
    List<Section> last = new ArrayList<>(absent());
    last.addAll(suspects());
    NightPage.Parts parts = new NightPage.Parts(first, last, trend(), host());
    return NightPage.write(report(), parts, drawn, results(), trends);
  }

  private static List<Section> inShort(NightComparison with) {
    return joined(
        List.of(Paragraph.of(against(with) + ": " + counts(with.counts()) + ".")),
        notes("", with.notes(), Tone.UNSURE));
  }

  private static List<Section> joined(List<Section> some, List<Section> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private List<Section> trend() {
    return notes(
        "Changes of level that came to light, over all nights:",
        TrendStep.standingOut(folder),
        Tone.UNSURE);
  }

  private List<Section> host() {
    return notes("The host:", judgement.health().findings(), Tone.FAINT);
  }

  private Tone tone() {
    return switch (judgement.judgement()) {
      case FAILED -> Tone.BAD;
      case NOT_JUDGED -> Tone.UNSURE;
      case PASSED -> judgement.compared() ? Tone.GOOD : Tone.UNSURE;
    };
  }

  private Collection<PerformanceResult> results() {
    return RunFiles.of(folder.run()).readResults().values();
  }

  private List<Section> run() {
    Collection<PerformanceResult> results = results();
    if (!results.isEmpty()) {
      return List.of(SuiteReport.table(results));
    }
    return judgement.compared()
        ? List.of()
        : NightRows.scores(folder).map(List::of).orElse(List.of());
  }

  private List<Section> problems() {
    return joined(
        notes("Could not be measured:", judgement.failures(), Tone.BAD),
        notes("Criteria that were broken:", judgement.broken(), Tone.BAD));
  }

  /** What the night was compared with. */
  static String against(NightComparison with) {
    return "Against '"
        + with.baseline()
        + "' of "
        + with.measuredOn()
        + ", the "
        + (with.role() == BaseRole.ROLLING ? "rolling baseline" : "anchor");
  }

  /** What became of the suspects, and how often there is one by chance. */
  private List<Section> suspects() {
    List<Section> sections = new ArrayList<>();
    if (!judgement.confirmation().rows().isEmpty()) {
      sections.add(confirmed());
      List<String> reasons =
          judgement.open().stream()
              .map(row -> row.shortName() + " is open, since " + row.why())
              .distinct()
              .toList();
      sections.addAll(notes("", reasons, Tone.UNSURE));
    }
    FalseAlarms alarms = FalseAlarms.until(folder);
    if (alarms.nights() > 0) {
      sections.add(new Paragraph(alarms.sentence(), Tone.FAINT));
    }
    return sections;
  }

  /** Where nothing was compared, the answer says so. */
  private List<Section> absent() {
    List<Section> sections = new ArrayList<>();
    for (String name :
        judgement.compared() ? judgement.comparisons().absent() : List.<String>of()) {
      sections.add(
          new Paragraph(
              "There was no baseline '"
                  + name
                  + (name.equals(settings.bases().rolling())
                      ? "' to compare with; it follows nights that pass on a fit host."
                      : "' to compare with."),
              Tone.UNSURE));
    }
    return sections;
  }

  /** What the rows of a comparison say, in a few words. */
  static String counts(NightComparison.Counts counts) {
    List<String> parts = new ArrayList<>();
    parts.add(counts.rows() + (counts.rows() == 1 ? " row" : " rows"));
    parts.add(counts.flagged() == 0 ? "none suspect" : counts.flagged() + " suspect");
    if (counts.faster() > 0) {
      parts.add(counts.faster() + " faster");
    }
    if (counts.accepted() > 0) {
      parts.add(counts.accepted() + " slower as accepted");
    }
    if (counts.missing() > 0) {
      parts.add(counts.missing() + " missing");
    }
    return String.join(", ", parts);
  }

  private Section confirmed() {
    List<Column> columns =
        List.of(
            Column.names("suspect"),
            Column.words("against"),
            Column.numbers("two sessions"),
            Column.numbers("one session"),
            Column.words("outcome"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ConfirmedRow row : judgement.confirmation().rows()) {
      rows.add(
          List.of(
              Cell.of(row.shortName()),
              Cell.of(row.baseline()),
              Cell.of(percent(row.suspected())),
              Cell.of(percent(row.slowdown())),
              outcome(row)));
    }
    return new Section.Table(
        "What became of the suspects, measured again with both jars in one session:",
        columns,
        rows);
  }

  private static Cell outcome(ConfirmedRow row) {
    return switch (row.status()) {
      case CONFIRMED -> new Cell("slower", Tone.BAD);
      case ACCEPTED -> Cell.of("slower, accepted");
      case CLEARED -> new Cell("cleared", Tone.GOOD);
      case SAME_CODE -> Cell.of("same jar");
      case OPEN -> new Cell("open", Tone.UNSURE);
    };
  }

  private static String percent(OptionalDouble slowdown) {
    return slowdown.isEmpty() ? "-" : Numbers.changeOfCost(slowdown.getAsDouble());
  }

  private static List<Section> notes(String heading, List<String> texts, Tone tone) {
    return texts.isEmpty()
        ? List.of()
        : List.of(
            new Section.Notes(
                heading, texts.stream().map(text -> new Paragraph(text, tone)).toList()));
  }

  private String next() {
    if (!judgement.failures().isEmpty()) {
      return "Next: see the logs in " + folder.path() + " for what failed.";
    }
    if (!judgement.compared()) {
      return "Next: if this night is what later ones should be held against, 'baseline promote "
          + settings.bases().anchor()
          + " "
          + folder.path()
          + "' makes it the anchor.";
    }
    if (!judgement.regressions().isEmpty()) {
      return "Next: fix what got slower, or agree to it with 'baseline accept "
          + folder.path()
          + " --reason TEXT'.";
    }
    if (!judgement.confirmation().with(Status.OPEN).isEmpty()) {
      return judgement.confirmation().outOfTime()
          ? "Next: give it more time with --confirm-budget."
          : "Next: suspects are settled where baselines keep their jars, as promoted nights do;"
              + " more forks tell more, --max-forks 10.";
    }
    if (!judgement.broken().isEmpty()) {
      return "Next: see what broke a criterion with 'optimize' and 'validate'.";
    }
    if (!judgement.health().fit()) {
      return "Next: see with 'doctor' what keeps the host from being fit; '"
          + settings.bases().rolling()
          + "' follows nights of a fit host.";
    }
    boolean passed = judgement.judgement() == Judgement.PASSED;
    return passed && judgement.comparisons().of(BaseRole.ANCHOR).isEmpty()
        ? "Next: small steps creep in without an anchor; 'baseline promote "
            + settings.bases().anchor()
            + " "
            + folder.path()
            + "' makes this night one."
        : "Next: nothing to do; " + folder.report() + " keeps this.";
  }
}
