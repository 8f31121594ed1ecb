package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Noise that was calibrated, in a file for each environment: {@code noise-FINGERPRINT.json} in the
 * folder of the baselines. Arguments of the JVM are no part of the environment here.
 */
public final class NoiseShelf {

  private static final String SCHEMA = "amorsize.noise/1";

  private final Path folder;

  /** The noise that a folder holds; it need not exist yet. */
  public NoiseShelf(Path folder) {
    this.folder = folder;
  }

  /** The file of an environment. */
  public Path file(RunEnvironment environment) {
    return folder.resolve("noise-" + environment.withoutJvmArgs().fingerprint() + ".json");
  }

  /**
   * Keeps what was learned, in the place of what was kept before.
   *
   * @param environment where it was learned
   * @param found what was learned
   * @param when the time
   */
  public void keep(RunEnvironment environment, Calibration found, Instant when) {
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
    WholeFile.write(file(environment), JsonFile.text(json));
  }

  private static Map<String, Object> row(SeriesKey key, SeriesNoise noise, Calibration found) {
    Map<String, Object> json = KeyJson.key(key.row());
    json.put("metric", key.metric());
    json.put("sessionSd", noise.sd());
    json.put("repeats", noise.repeats());
    json.put("forkSd", found.forkSds().get(key.row()));
    return json;
  }

  /**
   * What was learned in an environment.
   *
   * @return empty where nothing was
   * @throws io.amorsize.result.ResultFormatException in one sentence, if the file is broken
   */
  public Optional<LearnedNoise> find(RunEnvironment environment) {
    Path file = file(environment);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static LearnedNoise read(Path file) {
    JsonPlace json = JsonPlace.root(file.toString(), JsonFile.readTree(file)).object();
    if (!json.at("schema").text().equals(SCHEMA)) {
      throw json.at("schema").problem("must be " + SCHEMA + "; calibrate again");
    }
    Map<SeriesKey, SeriesNoise> series = new HashMap<>();
    for (JsonPlace row : json.at("rows").elements()) {
      BenchmarkKey key = KeyJson.readKey(row);
      series.put(
          new SeriesKey(key, row.at("metric").text()),
          new SeriesNoise(sd(row.at("sessionSd")), Math.max(1, row.at("repeats").integer())));
    }
    return new LearnedNoise(sd(json.at("usualSd")), series);
  }

  private static double sd(JsonPlace place) {
    double sd = place.number();
    if (!(sd >= 0)) {
      throw place.problem("must be 0 or more, is " + sd);
    }
    return sd;
  }
}
