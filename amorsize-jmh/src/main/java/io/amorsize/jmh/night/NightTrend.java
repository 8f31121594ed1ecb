package io.amorsize.jmh.night;

import io.amorsize.history.KeyJson;
import io.amorsize.history.SeriesKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import io.amorsize.trend.ChangeKind;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.SuiteTrend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the history said in a night.
 *
 * @param series series that were looked at
 * @param nights nights that they span
 * @param perhaps steps that are not certain yet
 * @param sentences what came to light in this night, a sentence each
 * @param told the same by series, so that no later night tells it again
 */
record NightTrend(int series, int nights, int perhaps, List<String> sentences, List<Told> told) {

  private static final String SCHEMA = "amorsize.night-trend/1";

  /** Copies the lists. */
  NightTrend {
    sentences = List.copyOf(sentences);
    told = List.copyOf(told);
  }

  /**
   * A change that a night told of.
   *
   * @param key the series
   * @param kind what it is
   * @param worse whether the cost rose
   * @param slowdown cost after over cost before
   * @param earliest the first night that it may have happened in
   * @param latest the last
   */
  record Told(
      SeriesKey key,
      ChangeKind kind,
      boolean worse,
      double slowdown,
      Instant earliest,
      Instant latest) {

    /** Estimates of one change may lie so many nights apart as nights are added. */
    private static final int APART = 3;

    static Told of(ChangePoint change, SuiteTrend trend) {
      int last = trend.nights().size() - 1;
      int earliest = Math.max(0, Math.min(change.earliest(), change.night() - APART));
      int latest = Math.min(last, Math.max(change.latest(), change.night() + APART));
      return new Told(
          change.key(),
          change.kind(),
          change.isWorse(),
          change.slowdown(),
          trend.nights().get(earliest).time(),
          trend.nights().get(latest).time());
    }

    /** Whether a change found later is this one. */
    boolean isSameAs(ChangePoint change, SuiteTrend trend) {
      Instant night = trend.nights().get(change.night()).time();
      return key.equals(change.key())
          && worse == change.isWorse()
          && !night.isBefore(earliest)
          && !night.isAfter(latest);
    }

    private Map<String, Object> plain() {
      Map<String, Object> json = KeyJson.key(key.row());
      json.put("metric", key.metric());
      json.put("kind", kind.label());
      json.put("worse", worse);
      json.put("slowdown", slowdown);
      json.put("earliest", earliest.toString());
      json.put("latest", latest.toString());
      return json;
    }

    private static Told read(JsonPlace json) {
      return new Told(
          new SeriesKey(KeyJson.readKey(json), json.at("metric").text()),
          kind(json.at("kind")),
          json.at("worse").bool(),
          json.at("slowdown").number(),
          instant(json.at("earliest")),
          instant(json.at("latest")));
    }

    private static ChangeKind kind(JsonPlace json) {
      try {
        return ChangeKind.of(json.text());
      } catch (IllegalArgumentException e) {
        throw json.problem(e.getMessage());
      }
    }

    private static Instant instant(JsonPlace json) {
      try {
        return Instant.parse(json.text());
      } catch (DateTimeParseException e) {
        throw json.problem("must be a time such as 2026-01-31T23:59:59Z, is " + json.text());
      }
    }
  }

  void write(Path file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("series", series);
    json.put("nights", nights);
    json.put("perhaps", perhaps);
    json.put("standing_out", sentences);
    json.put("changes", told.stream().map(Told::plain).toList());
    WholeFile.write(file, JsonFile.text(json));
  }

  /**
   * What a night said; nothing where it has no such file.
   *
   * @throws ResultFormatException in one sentence, if the file cannot be read
   */
  static NightTrend read(NightFolder folder) {
    if (!Files.exists(folder.trend())) {
      return new NightTrend(0, 0, 0, List.of(), List.of());
    }
    JsonPlace json = JsonFile.read(folder.trend()).object();
    return new NightTrend(
        json.at("series").integer(),
        json.at("nights").integer(),
        json.at("perhaps").integer(),
        json.at("standing_out").texts(),
        json.at("changes").elements().stream().map(Told::read).toList());
  }
}
