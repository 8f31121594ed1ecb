package io.amorsize.jmh.report;

import io.amorsize.history.RecordedRun;
import io.amorsize.history.SeriesKey;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.RowTrend;
import io.amorsize.trend.SuiteTrend;
import io.amorsize.trend.TrendEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where series moved, for people. */
public final class TrendReport {

  private static final String LEGEND =
      "Change: of cost, above 0 is worse, over the machines that measured both levels. Level: where"
          + " a series stands, on the most usual machine. Noise: how much a night scatters around"
          + " its level; session: how much two nights of one commit differ, whatever machine.";

  private final TrendDocument document;
  private final SuiteTrend trend;
  private final boolean onlyChanged;
  private final CommonFacts common;
  private final TrendWords words;

  private TrendReport(TrendDocument document, boolean onlyChanged) {
    this.document = document;
    this.trend = document.trend();
    this.onlyChanged = onlyChanged;
    this.common =
        CommonFacts.of(
            trend.rows().stream()
                .map(RowTrend::key)
                .filter(key -> !key.isWorkload())
                .map(SeriesKey::row)
                .toList());
    this.words = new TrendWords(document, common);
  }

  /**
   * The report.
   *
   * @param onlyChanged whether series that did not move are left out
   */
  public static Report of(TrendDocument document, boolean onlyChanged) {
    return new TrendReport(document, onlyChanged).report();
  }

  /** Some of what happened, a sentence for each night. */
  public static List<String> sentences(TrendDocument document, List<TrendEvent> events) {
    TrendReport report = new TrendReport(document, false);
    return events.stream().map(report.words::sentence).toList();
  }

  private Report report() {
    if (trend.rows().isEmpty()) {
      return new Report(
          "Trends",
          "No series matches in " + nights() + ".",
          Tone.UNSURE,
          List.of(),
          "Next: 'history list' shows the runs, --include GLOB and --metric GLOB choose series.");
    }
    List<Section> sections = new ArrayList<>();
    sections.add(answer());
    perhaps().ifPresent(sections::add);
    SeriesNames.shared(common).ifPresent(text -> sections.add(Section.Paragraph.of(text)));
    TrendTables tables = new TrendTables(document, common, words);
    latestFirst().forEach(event -> sections.add(tables.of(event)));
    sections.addAll(tables.series(onlyChanged));
    sections.add(new Section.Paragraph(LEGEND, Tone.FAINT));
    sections.add(new TrendRemarks(document, words).section());
    return new Report("Trends", headline(), tone(), sections, next());
  }

  private List<TrendEvent> latestFirst() {
    return IntStream.range(0, trend.events().size())
        .mapToObj(i -> trend.events().get(trend.events().size() - 1 - i))
        .toList();
  }

  private String nights() {
    int count = trend.nights().size();
    return count + (count == 1 ? " night" : " nights");
  }

  private Section answer() {
    String over =
        trend.rows().size()
            + " series over "
            + nights()
            + ", "
            + words.nights(0, trend.nights().size() - 1);
    if (trend.events().isEmpty()) {
      boolean judged = trend.rows().stream().anyMatch(RowTrend::isJudged);
      return Section.Paragraph.of(
          over + (judged ? ": none changed its level." : ": too few to tell a change of level."));
    }
    return new Section.Notes(
        "Changes of " + over + ", latest first:",
        latestFirst().stream()
            .map(event -> new Section.Paragraph(words.sentence(event), tone(event)))
            .toList());
  }

  private static Tone tone(TrendEvent event) {
    if (event.kind() == ChangeKind.ENVIRONMENT) {
      return Tone.UNSURE;
    }
    boolean better = event.changes().stream().noneMatch(ChangePoint::isWorse);
    return !event.open().isEmpty() ? Tone.BAD : better ? Tone.GOOD : Tone.PLAIN;
  }

  private Optional<Section> perhaps() {
    List<Section.Paragraph> notes =
        trend.suspects().stream()
            .map(
                suspect ->
                    new Section.Paragraph(
                        words.night(suspect.night())
                            + words
                                .commits(suspect.before(), suspect.night())
                                .map(commits -> ", " + commits)
                                .orElse("")
                            + ": "
                            + words.what(List.of(suspect)),
                        Tone.UNSURE))
            .toList();
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section.Notes("Perhaps; more nights will tell:", notes));
  }

  private List<ChangePoint> changes(ChangeKind... kinds) {
    return trend.changes().stream()
        .filter(change -> List.of(kinds).contains(change.kind()))
        .toList();
  }

  private String headline() {
    List<String> parts = new ArrayList<>();
    List<ChangePoint> code = changes(ChangeKind.CHANGE, ChangeKind.DRIFT);
    long open = code.stream().filter(ChangePoint::isOpen).filter(words::isDirected).count();
    long accepted = code.stream().filter(change -> change.accepted().isPresent()).count();
    parts.add(open + " worse");
    parts.add(code.stream().filter(change -> !change.isWorse()).count() + " better");
    if (accepted > 0) {
      parts.add(accepted + " worse as accepted");
    }
    int environment = changes(ChangeKind.ENVIRONMENT).size();
    if (environment > 0) {
      parts.add(environment + " by the environment");
    }
    int count = trend.changes().size();
    int perhaps = trend.suspects().size();
    return String.format(
        Locale.ROOT,
        "%d series, %s%s.",
        trend.rows().size(),
        count == 0
            ? "no change of level"
            : count
                + (count == 1 ? " change of level: " : " changes of level: ")
                + String.join(", ", parts),
        perhaps == 0 ? "" : "; perhaps " + perhaps + (count == 0 ? "" : " more"));
  }

  private Tone tone() {
    boolean worse =
        changes(ChangeKind.CHANGE, ChangeKind.DRIFT).stream()
            .filter(words::isDirected)
            .anyMatch(ChangePoint::isOpen);
    return worse ? Tone.BAD : trend.suspects().isEmpty() ? Tone.GOOD : Tone.UNSURE;
  }

  private String next() {
    if (trend.rows().stream().noneMatch(RowTrend::isJudged)) {
      return "Next: record more nights with 'history record RESULT'; from 8 on changes are told.";
    }
    Optional<TrendEvent> latest =
        latestFirst().stream().filter(event -> event.kind() != ChangeKind.ENVIRONMENT).findFirst();
    if (latest.isEmpty()) {
      return "Next: nothing to do.";
    }
    RecordedRun before = document.runs().get(latest.get().before());
    RecordedRun after = document.runs().get(latest.get().night());
    return "Next: 'history compare "
        + before.id()
        + " "
        + after.id()
        + "' holds the nights around the latest change against each other"
        + words
            .commits(latest.get().before(), latest.get().night())
            .map(commits -> "; its commits are " + commits)
            .orElse("")
        + ".";
  }
}
