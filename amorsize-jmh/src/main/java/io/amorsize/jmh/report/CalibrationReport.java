package io.amorsize.jmh.report;

import io.amorsize.history.Calibration;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.jmh.report.Section.Notes;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.statistics.ForkNoise;
import io.amorsize.verdict.Alarms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much forks and sessions differ on a host, for people. */
public final class CalibrationReport {

  private static final List<Column> ROWS =
      List.of(Column.names("benchmark"), Column.numbers("forks"), Column.numbers("sessions"));

  private static final List<Column> ALARMS =
      List.of(
          Column.words("compared"),
          Column.numbers("times"),
          Column.numbers("rows"),
          Column.numbers("expected"),
          Column.numbers("flagged"),
          Column.numbers("called"));

  /**
   * A row is flagged from about so many standard deviations on: the quantile of the normal
   * distribution for 0.9 %, both sides.
   */
  private static final double FLAGGED_FROM = 2.6;

  private CalibrationReport() {}

  /**
   * The report of a calibration.
   *
   * @param found what was learned
   * @param places where it is kept
   * @param failures what could not be measured, a sentence each
   */
  public static Report of(Calibration found, List<String> places, List<String> failures) {
    List<Section> sections = new ArrayList<>();
    sections.add(rows(found));
    sections.add(
        new Table(
            "Nothing changed, so that whatever is flagged is a false alarm:",
            ALARMS,
            List.of(
                alarms("two sides of a session", found.within()),
                alarms("two sessions, as if one", found.untold()),
                alarms("two sessions, noise known", found.told()))));
    if (!failures.isEmpty()) {
      sections.add(
          new Notes("", failures.stream().map(text -> new Paragraph(text, Tone.BAD)).toList()));
    }
    sections.add(Paragraph.of("Kept in " + String.join(" and in ", places) + "."));
    return new Report("Noise of this host", headline(found), Tone.PLAIN, sections, next());
  }

  private static Table rows(Calibration found) {
    List<BenchmarkKey> keys =
        found.noise().series().keySet().stream()
            .filter(key -> key.metric().equals("primary"))
            .map(SeriesKey::row)
            .sorted()
            .toList();
    CommonFacts common = CommonFacts.of(keys);
    return new Table(
        "How much forks of one session differ, and two sessions beyond that (sd; rows of few"
            + " sessions are drawn towards the middle one):",
        ROWS,
        keys.stream()
            .map(
                key ->
                    List.of(
                        Cell.of(common.name(key)),
                        Cell.of(
                            percent(
                                Optional.ofNullable(found.forks().get(key)).map(ForkNoise::mean))),
                        Cell.of(percent(sessionSd(found, key)))))
            .toList());
  }

  private static Optional<Double> sessionSd(Calibration found, BenchmarkKey key) {
    return Optional.ofNullable(found.noise().series().get(new SeriesKey(key, "primary")))
        .map(SeriesNoise::sd);
  }

  private static List<Cell> alarms(String name, Alarms alarms) {
    return List.of(
        Cell.of(name),
        Cell.of(Integer.toString(alarms.comparisons())),
        Cell.of(Integer.toString(alarms.rows())),
        Cell.of(String.format(Locale.ROOT, "%.2f", alarms.expected())),
        Cell.of(Integer.toString(alarms.flagged())),
        Cell.of(Integer.toString(alarms.called())));
  }

  private static String headline(Calibration found) {
    double usual = found.noise().usual();
    return String.format(
        Locale.ROOT,
        "%d sessions: two of them differ by %.2f %% (sd, middle row) beyond their forks; smaller"
            + " changes than about %.0f %% take one session.",
        found.sessions(),
        100 * usual,
        100 * Math.expm1(FLAGGED_FROM * usual));
  }

  private static String next() {
    return "Next: 'compare' takes it into account where both sides say that they come from this"
        + " host, or with --noise here, and so does 'nightly'; 'ab' counts the noise of the forks.";
  }

  private static String percent(Optional<Double> share) {
    return share.map(sd -> String.format(Locale.ROOT, "%.2f %%", 100 * sd)).orElse("-");
  }
}
