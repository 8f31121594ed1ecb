package io.amorsize.jmh.evaluation;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.result.JsonFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What methods made of nights, for programs; shares are no percent. */
public final class TrendScoresJson {

  /** The name of its form. */
  public static final String SCHEMA = "amorsize.trend-scores/1";

  private TrendScoresJson() {}

  /** The scores. */
  public static String of(TrendScores scores) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("suites", scores.suites());
    json.put("seed", scores.seed());
    json.put("offline", scores.offline().stream().map(TrendScoresJson::score).toList());
    json.put("online", scores.online().stream().map(TrendScoresJson::score).toList());
    json.put("placedWhenTold", estimate(scores.placedWhenTold()));
    json.put("recorded", scores.recorded().stream().map(TrendScoresJson::found).toList());
    json.put("milliseconds", milliseconds(scores.milliseconds()));
    return JsonFile.text(json);
  }

  private static Map<String, Object> score(TrendScore score) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("noise", score.noise());
    json.put("method", score.method());
    json.put("falsePer100", estimate(score.falsePer100()));
    Map<String, Object> planted = new LinkedHashMap<>();
    for (PlantedTrend each : PlantedTrend.values()) {
      Map<String, Object> outcome = new LinkedHashMap<>();
      outcome.put("found", estimate(score.found().get(each)));
      outcome.put("precision", estimate(score.precision().get(each)));
      outcome.put("delayNights", orNull(score.delay().getOrDefault(each, Double.NaN)));
      planted.put(each.name().toLowerCase(Locale.ROOT), outcome);
    }
    json.put("planted", planted);
    return json;
  }

  private static Map<String, Object> estimate(Estimate estimate) {
    if (estimate == null || estimate.trials() == 0) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", estimate.value());
    json.put("standardError", orNull(estimate.standardError()));
    return json;
  }

  private static Map<String, Object> found(TrendScores.Found found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("benchmark", found.change().key().row().benchmark());
    json.put("date", found.date());
    json.put("kind", found.change().kind().label());
    json.put("slowdown", found.change().slowdown());
    json.put("commitBefore", found.before());
    json.put("commit", found.after());
    json.put("expected", found.expected());
    return json;
  }

  private static Map<String, Object> milliseconds(List<Double> times) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nights100", times.get(0));
    json.put("nights1000", times.get(1));
    json.put("nights10000", times.get(2));
    return json;
  }
}
