package io.amorsize.jmh.report;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesTrends;
import io.amorsize.history.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Series over time for people. */
public final class TrendReport {

  private static final String LEGEND =
      "Spread: how much the nights vary; session: how much two nights of one commit differ; change:"
          + " cost of the last night against the median of up to 10 before it, above 0 is worse;"
          + " ! where that is beyond 4 spreads and 3 %.";

  private final List<SeriesTrends> entries;
  private final List<RecordedRun> runs;
  private final LearnedNoise noise;
  private final boolean onlyChanged;
  private final CommonFacts common;

  private TrendReport(
      List<SeriesTrends> entries, List<RecordedRun> runs, LearnedNoise noise, boolean onlyChanged) {
    this.entries = entries;
    this.runs = runs;
    this.noise = noise;
    this.onlyChanged = onlyChanged;
    this.common =
        CommonFacts.of(
            entries.stream()
                .map(SeriesTrends::key)
                .filter(key -> !key.isWorkload())
                .map(SeriesKey::row)
                .toList());
  }

  /**
   * The report.
   *
   * @param entries the series in their order
   * @param runs the runs that they are made of, by time
   * @param noise what was learned of sessions
   * @param onlyChanged whether series whose last night is as usual are left out
   */
  public static Report of(
      List<SeriesTrends> entries, List<RecordedRun> runs, LearnedNoise noise, boolean onlyChanged) {
    return new TrendReport(entries, runs, noise, onlyChanged).report();
  }

  private Report report() {
    if (entries.isEmpty()) {
      return new Report(
          "Trends",
          "No series matches in " + nights() + ".",
          Tone.UNSURE,
          List.of(),
          "Next: 'history list' shows the runs, --include GLOB and --metric GLOB choose series.");
    }
    List<Section> sections = new ArrayList<>();
    sections.add(Section.Paragraph.of(when()));
    SeriesNames.shared(common).ifPresent(text -> sections.add(Section.Paragraph.of(text)));
    sections.add(Section.Paragraph.of(LEGEND));
    sections.addAll(new TrendTables(common, noise).sections(entries, onlyChanged));
    leftOut().ifPresent(text -> sections.add(Section.Paragraph.of(text)));
    return new Report("Trends", headline(), tone(), sections, next());
  }

  private String nights() {
    return runs.size() + (runs.size() == 1 ? " night" : " nights");
  }

  private String when() {
    RecordedRun last = runs.get(runs.size() - 1);
    return nights()
        + ", "
        + TimeOfRun.of(runs.get(0).origin().time())
        + " to "
        + TimeOfRun.of(last.origin().time())
        + " UTC; the last is "
        + last.id()
        + last.origin().commit().map(c -> ", commit " + RunsReport.shortened(c)).orElse("")
        + ".";
  }

  private Optional<String> leftOut() {
    int left = entries.stream().mapToInt(SeriesTrends::leftOut).sum();
    return left == 0
        ? Optional.empty()
        : Optional.of(
            left
                + (left == 1 ? " value is" : " values are")
                + " left out: without a usable score, or in a unit that measures something else.");
  }

  private long outstanding(boolean worse) {
    return entries.stream()
        .flatMap(entry -> entry.trends().stream())
        .filter(Trend::standsOut)
        .filter(trend -> trend.change().orElse(0) > 0 == worse)
        .count();
  }

  private String headline() {
    String sessions =
        noise.isEmpty()
            ? "no two nights of one commit yet, so that the noise between sessions is not known"
            : String.format(
                Locale.ROOT,
                "two nights of one commit differ by %.1f %% in the middle series",
                100 * noise.usual());
    return entries.size()
        + " series; last nights that stand out: "
        + outstanding(true)
        + " worse, "
        + outstanding(false)
        + " better; "
        + sessions
        + ".";
  }

  private Tone tone() {
    return outstanding(true) > 0 ? Tone.BAD : Tone.GOOD;
  }

  private String next() {
    if (runs.size() < 2) {
      return "Next: record another night with 'history record RESULT'.";
    }
    return "Next: 'history compare "
        + runs.get(runs.size() - 2).id()
        + " "
        + runs.get(runs.size() - 1).id()
        + "' judges the last night with its forks.";
  }
}
