package io.amorsize.jmh.report;

import io.amorsize.history.CalibratedNoise;
import io.amorsize.history.Calibration;
import io.amorsize.history.KeyJson;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.result.JsonFile;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import io.amorsize.statistics.ForkNoise;
import java.util.LinkedHashMap;
import java.util.Map;

/** A calibration for programs: {@code amorsize.calibration/1}. */
public final class CalibrationJson {

  private CalibrationJson() {}

  /**
   * The document.
   *
   * @param found what was learned
   * @param where the environment
   */
  public static String write(Calibration found, RunEnvironment where) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.calibration/1");
    json.put("environment", MetadataJson.environment(where));
    json.put("sessions", found.sessions());
    json.put("usualSessionSd", found.noise().usual());
    json.put(
        "rows",
        found.noise().series().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> row(entry.getKey(), entry.getValue(), found))
            .toList());
    Map<String, Object> alarms = new LinkedHashMap<>();
    alarms.put("withinSessions", CalibratedNoise.plain(found.within()));
    alarms.put("betweenSessions", CalibratedNoise.plain(found.untold()));
    alarms.put("betweenSessionsNoiseKnown", CalibratedNoise.plain(found.told()));
    json.put("alarms", alarms);
    return JsonFile.text(json);
  }

  private static Map<String, Object> row(SeriesKey key, SeriesNoise noise, Calibration found) {
    Map<String, Object> json = KeyJson.key(key.row());
    json.put("metric", key.metric());
    json.put("sessionSd", noise.sd());
    ForkNoise forks = found.forks().get(key.row());
    json.put("forkSd", forks == null ? null : forks.mean());
    return json;
  }
}
