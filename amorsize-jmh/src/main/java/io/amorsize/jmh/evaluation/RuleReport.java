package io.amorsize.jmh.evaluation;

import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scores of a rule for people. */
public final class RuleReport {

  private static final List<Measure> WHOLE =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FOUND_2,
          Measure.FOUND_5,
          Measure.FOUND_10,
          Measure.FOUND_20,
          Measure.FOUND_SLOW_QUARTER,
          Measure.ALARMS);
  private static final List<Measure> SPARSE =
      List.of(
          Measure.SPARSE_FOUND_5,
          Measure.SPARSE_FALSE_5,
          Measure.SPARSE_FOUND_10,
          Measure.SPARSE_FALSE_10,
          Measure.TENTH_FOUND_5,
          Measure.TENTH_FALSE_5,
          Measure.TENTH_FOUND_10,
          Measure.TENTH_FALSE_10);
  private static final List<Measure> FEW =
      List.of(Measure.FALSE_POSITIVES, Measure.FOUND_5, Measure.FOUND_10, Measure.ALARMS);
  private static final List<Measure> SMALL =
      List.of(
          Measure.FALSE_POSITIVES,
          Measure.FOUND_5,
          Measure.FOUND_10,
          Measure.ALARMS,
          Measure.ANY_ALARM);
  private static final List<Measure> INTERVAL =
      List.of(Measure.COVERAGE, Measure.COVERAGE_5, Measure.SAME, Measure.SAME_5, Measure.SAME_10);

  /** How the numbers of suites are to be read. */
  static final String NUMBERS =
      "Numbers are percent with their standard error, benchmarks taken as independent; alarms are"
          + " verdicts for each suite without a change";

  static final String NEXT =
      "Next: another --seed plays other forks; the same one gives the same numbers.";

  private RuleReport() {}

  /** The report of an evaluation. */
  public static Report of(RuleScores scores) {
    List<Section> sections = new ArrayList<>();
    sections.add(Paragraph.of(NUMBERS + "."));
    sections.add(ScoreTable.of("Whole suites", scores.whole(), WHOLE));
    sections.add(
        ScoreTable.of("Few changed rows: verdicts and false ones", scores.whole(), SPARSE));
    sections.add(ScoreTable.of("Other numbers of forks", scores.byForks(), FEW));
    sections.add(ScoreTable.of("Small suites", scores.bySize(), SMALL));
    List<MethodScore> ours =
        Stream.concat(scores.whole().stream(), scores.byForks().stream())
            .filter(score -> score.get(Measure.COVERAGE).trials() > 0)
            .toList();
    sections.add(ScoreTable.of("95 % interval, and rows called the same", ours, INTERVAL));
    return new Report("How well the rule judges", headline(scores), Tone.PLAIN, sections, NEXT);
  }

  private static String headline(RuleScores scores) {
    MethodScore first = scores.whole().get(0);
    return String.format(
        Locale.ROOT,
        "%d suites of %d rows, %s forks %s; seed %d.",
        first.suites(),
        first.rows(),
        first.forks(),
        found(first),
        scores.settings().seed());
  }

  /** In which file how much was found, as a headline says it. */
  static String found(MethodScore score) {
    return String.format(
        Locale.ROOT,
        "(%s): %.2f %% of unchanged rows flagged, %.0f %% of +5 %% and %.0f %% of +10 %% found",
        score.data(),
        100 * score.get(Measure.FALSE_POSITIVES).value(),
        100 * score.get(Measure.FOUND_5).value(),
        100 * score.get(Measure.FOUND_10).value());
  }
}
