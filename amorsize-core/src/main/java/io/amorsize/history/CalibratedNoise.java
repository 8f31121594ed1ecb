package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import io.amorsize.statistics.ForkNoise;
import io.amorsize.verdict.Alarms;
import io.amorsize.verdict.SessionNoise;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a calibration learned of a host, as it is kept: {@code amorsize.noise/1}.
 *
 * @param when the time of the calibration
 * @param sessions how much two sessions differ beyond their forks
 * @param forks how much forks of one session differ
 * @param within alarms between the two sides of a session; empty in files of older versions
 * @param told alarms between two sessions whose noise was known; likewise
 */
public record CalibratedNoise(
    Instant when,
    LearnedNoise sessions,
    Map<BenchmarkKey, ForkNoise> forks,
    Optional<Alarms> within,
    Optional<Alarms> told) {

  private static final String SCHEMA = "amorsize.noise/1";

  /** Copies the map. */
  public CalibratedNoise {
    requireNonNull(when, "when is null");
    requireNonNull(sessions, "sessions is null");
    forks = Map.copyOf(forks);
  }

  /**
   * What a comparison of two sessions is to be told.
   *
   * @param learned what is known besides; of what both know, the larger counts
   */
  public SessionNoise betweenSessions(LearnedNoise learned) {
    return learned
        .orLarger(sessions)
        .forRows()
        .seen(told.map(alarms -> new SessionNoise.Calibrated(when, alarms)));
  }

  /** What is to be told where both sides are measured in one session, fork by fork. */
  public SessionNoise withinSession() {
    return new SessionNoise(
        0, Map.of(), forks, within.map(alarms -> new SessionNoise.Calibrated(when, alarms)));
  }

  /**
   * The document.
   *
   * @param environment where it was learned
   * @param found what was learned
   * @param when the time
   */
  public static String json(RunEnvironment environment, Calibration found, Instant when) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("environment", MetadataJson.environment(environment.withoutJvmArgs()));
    json.put("calibratedAt", when.toString());
    json.put("sessions", found.sessions());
    json.put("usualSd", found.noise().usual());
    List<Object> rows =
        found.noise().series().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .<Object>map(entry -> row(entry.getKey(), entry.getValue(), found))
            .toList();
    json.put("rows", rows);
    Map<String, Object> alarms = new LinkedHashMap<>();
    alarms.put("withinSessions", plain(found.within()));
    alarms.put("betweenSessionsNoiseKnown", plain(found.told()));
    json.put("alarms", alarms);
    return JsonFile.text(json);
  }

  private static Map<String, Object> row(SeriesKey key, SeriesNoise noise, Calibration found) {
    Map<String, Object> json = KeyJson.key(key.row());
    json.put("metric", key.metric());
    json.put("sessionSd", noise.sd());
    json.put("repeats", noise.repeats());
    ForkNoise forks = found.forks().get(key.row());
    if (forks != null) {
      json.put("forkSd", forks.mean());
      json.put("forkSdOfLeast", forks.least());
      json.put("forkSdOfSlow", forks.slow());
    }
    return json;
  }

  /** What was flagged, as plain values for JSON. */
  public static Map<String, Object> plain(Alarms alarms) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("comparisons", alarms.comparisons());
    json.put("rows", alarms.rows());
    json.put("expected", alarms.expected());
    json.put("flagged", alarms.flagged());
    json.put("called", alarms.called());
    return json;
  }

  /**
   * Reads a document.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is broken
   */
  static CalibratedNoise read(JsonPlace json) {
    json.requireSchema(SCHEMA, "calibrate again");
    Map<SeriesKey, SeriesNoise> series = new HashMap<>();
    Map<BenchmarkKey, ForkNoise> forks = new HashMap<>();
    for (JsonPlace row : json.at("rows").elements()) {
      BenchmarkKey key = KeyJson.readKey(row);
      series.put(
          new SeriesKey(key, row.at("metric").text()),
          new SeriesNoise(sd(row.at("sessionSd")), Math.max(1, row.at("repeats").integer())));
      if (row.at("forkSdOfLeast").isPresent()) {
        forks.put(
            key,
            new ForkNoise(
                sd(row.at("forkSdOfLeast")), sd(row.at("forkSd")), sd(row.at("forkSdOfSlow"))));
      }
    }
    JsonPlace alarms = json.at("alarms");
    boolean seen = alarms.isPresent();
    return new CalibratedNoise(
        when(json.at("calibratedAt")),
        new LearnedNoise(sd(json.at("usualSd")), series),
        forks,
        seen ? Optional.of(alarms(alarms.at("withinSessions"))) : Optional.empty(),
        seen ? Optional.of(alarms(alarms.at("betweenSessionsNoiseKnown"))) : Optional.empty());
  }

  private static Instant when(JsonPlace place) {
    try {
      return Instant.parse(place.text());
    } catch (DateTimeParseException e) {
      throw place.problem("must be a time such as 2026-01-31T02:00:00Z, is " + place.text());
    }
  }

  private static Alarms alarms(JsonPlace place) {
    try {
      return new Alarms(
          place.at("comparisons").integer(),
          place.at("rows").integer(),
          place.at("expected").number(),
          place.at("flagged").integer(),
          place.at("called").integer());
    } catch (IllegalArgumentException e) {
      throw place.problem(e.getMessage());
    }
  }

  private static double sd(JsonPlace place) {
    double sd = place.number();
    if (!(sd >= 0)) {
      throw place.problem("must be 0 or more, is " + sd);
    }
    return sd;
  }
}
