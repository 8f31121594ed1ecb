package io.amorsize.history;

import io.amorsize.result.JsonFile;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Noise that was calibrated, in a file for each environment: {@code noise-FINGERPRINT.json} in the
 * folder of the baselines, and likewise in histories. Arguments of the JVM are no part of the
 * environment here.
 */
public final class NoiseShelf {

  private final Path folder;

  /** The noise that a folder holds; it need not exist yet. */
  public NoiseShelf(Path folder) {
    this.folder = folder;
  }

  /** The file of an environment. */
  public Path file(RunEnvironment environment) {
    return folder.resolve("noise-" + fingerprint(environment) + ".json");
  }

  /**
   * Keeps what was learned, in the place of what was kept before.
   *
   * @param environment where it was learned
   * @param found what was learned
   * @param when the time
   */
  public void keep(RunEnvironment environment, Calibration found, Instant when) {
    WholeFile.write(file(environment), CalibratedNoise.json(environment, found, when));
  }

  /**
   * What was learned in an environment.
   *
   * @return empty where nothing was
   * @throws io.amorsize.result.ResultFormatException in one sentence, if the file is broken
   */
  public Optional<CalibratedNoise> find(RunEnvironment environment) {
    Path file = file(environment);
    return Files.isRegularFile(file)
        ? Optional.of(CalibratedNoise.read(JsonFile.read(file).object()))
        : Optional.empty();
  }

  /**
   * What was learned in an environment: what the folder holds, else what a history does.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it is broken
   */
  public Optional<CalibratedNoise> find(RunEnvironment environment, HistoryStore history) {
    return find(environment).or(() -> inHistory(environment, history));
  }

  /** What a history holds of an environment. */
  private static Optional<CalibratedNoise> inHistory(
      RunEnvironment environment, HistoryStore history) {
    return history
        .calibration(fingerprint(environment))
        .map(text -> JsonFile.parse("the calibration in the history", text).object())
        .map(CalibratedNoise::read);
  }

  /** Keeps the same in a history. */
  public static void keep(
      HistoryStore history, RunEnvironment environment, Calibration found, Instant when) {
    history.keepCalibration(
        fingerprint(environment), CalibratedNoise.json(environment, found, when));
  }

  private static String fingerprint(RunEnvironment environment) {
    return environment.withoutJvmArgs().fingerprint();
  }
}
