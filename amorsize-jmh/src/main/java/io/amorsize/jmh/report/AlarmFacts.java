package io.amorsize.jmh.report;

import io.amorsize.verdict.Alarms;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SessionNoise;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The alarms of a comparison beside those that are expected where nothing changed. */
final class AlarmFacts {

  private AlarmFacts() {}

  /** What is said once for all rows; nothing where none was judged. */
  static List<ComparisonReport.Fact> of(Comparison comparison) {
    Alarms alarms = Alarms.of(comparison);
    if (alarms.rows() == 0) {
      return List.of();
    }
    List<ComparisonReport.Fact> facts = new ArrayList<>();
    facts.add(
        new ComparisonReport.Fact(
            "Alarms",
            String.format(
                    Locale.ROOT,
                    "%d flagged and %d called, %.2f and %.2f expected where nothing changed",
                    alarms.flagged(),
                    alarms.called(),
                    alarms.expected(),
                    comparison.expectedFalseAlarms())
                + comparison.rule().noise().calibrated().map(AlarmFacts::shown).orElse("")));
    int known = rowsOfKnownForkNoise(comparison);
    if (known > 0) {
      facts.add(
          new ComparisonReport.Fact(
              "Forks",
              "a call before the last pair needs them to differ as much as calibrated here, known of "
                  + known
                  + " of "
                  + comparison.rows().size()
                  + (comparison.rows().size() == 1 ? " row" : " rows")));
    }
    return facts;
  }

  private static String shown(SessionNoise.Calibrated calibrated) {
    Alarms there = calibrated.alarms();
    return String.format(
        Locale.ROOT,
        "; when this host was calibrated on %s, %d of %d unchanged rows were flagged, %.2f expected",
        LocalDate.ofInstant(calibrated.when(), ZoneOffset.UTC),
        there.flagged(),
        there.rows(),
        there.expected());
  }

  /** Rows of whose forks a calibration knew how much they differ. */
  static int rowsOfKnownForkNoise(Comparison comparison) {
    return (int)
        comparison.rows().stream()
            .filter(row -> row.metric().equals(RowComparison.PRIMARY))
            .filter(row -> comparison.rule().noise().forks().containsKey(row.key().withoutPlan()))
            .count();
  }

  /** The same for programs. */
  static Map<String, Object> json(Comparison comparison) {
    Alarms alarms = Alarms.of(comparison);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("judged", alarms.rows());
    json.put("flagged", alarms.flagged());
    json.put("expectedFlagged", alarms.expected());
    json.put("called", alarms.called());
    json.put("expectedCalled", comparison.expectedFalseAlarms());
    Optional<SessionNoise.Calibrated> calibrated = comparison.rule().noise().calibrated();
    json.put("calibrated", calibrated.map(AlarmFacts::plain).orElse(null));
    return json;
  }

  private static Map<String, Object> plain(SessionNoise.Calibrated calibrated) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", calibrated.when().toString());
    json.put("rows", calibrated.alarms().rows());
    json.put("flagged", calibrated.alarms().flagged());
    json.put("expectedFlagged", calibrated.alarms().expected());
    json.put("called", calibrated.alarms().called());
    return json;
  }
}
