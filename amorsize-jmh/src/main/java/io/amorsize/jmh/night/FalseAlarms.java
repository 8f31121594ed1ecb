package io.amorsize.jmh.night;

import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.result.ResultFormatException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often two sessions raised a false alarm, beside how often the rule does by its measured rate:
 * whether the noise of the host is counted as it should be.
 *
 * @param nights nights that were compared with a baseline
 * @param expected suspects by chance
 * @param seen suspects that one session cleared, or that were of the same code
 */
record FalseAlarms(int nights, double expected, int seen) {

  /** Older nights tell of the host as it was. */
  private static final Duration LOOKED_AT = Duration.ofDays(30);

  /** Those of the thirty days up to a night. */
  static FalseAlarms until(NightFolder night) {
    Instant last = night.state().startedAt();
    List<FalseAlarms> found =
        new OldNights(night.path().toAbsolutePath().getParent())
            .latestFirst().stream()
                .filter(each -> !each.state().startedAt().isAfter(last))
                .filter(each -> each.state().startedAt().isAfter(last.minus(LOOKED_AT)))
                .map(FalseAlarms::of)
                .toList();
    return new FalseAlarms(
        found.stream().mapToInt(FalseAlarms::nights).sum(),
        found.stream().mapToDouble(FalseAlarms::expected).sum(),
        found.stream().mapToInt(FalseAlarms::seen).sum());
  }

  /** Those of a night; none where it was not compared, or by another version of this program. */
  private static FalseAlarms of(NightFolder night) {
    try {
      NightComparisons compared = NightComparisons.read(night.comparisons());
      Confirmation confirmed = Confirmation.read(night.confirmation());
      return new FalseAlarms(
          compared.with().isEmpty() ? 0 : 1,
          compared.with().stream().mapToDouble(NightComparison::expectedByChance).sum(),
          confirmed.with(Status.CLEARED).size() + confirmed.with(Status.SAME_CODE).size());
    } catch (ResultFormatException e) {
      return new FalseAlarms(0, 0, 0);
    }
  }

  /** In a sentence. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "False alarms of two sessions in %d %s: %.2f expected, %d seen (cleared, or of the same"
            + " code).",
        nights,
        nights == 1 ? "night" : "nights",
        expected,
        seen);
  }

  Map<String, Object> plain() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nights", nights);
    json.put("expected", expected);
    json.put("seen", seen);
    return json;
  }
}
