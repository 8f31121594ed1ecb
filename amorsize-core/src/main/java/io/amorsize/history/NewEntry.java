package io.amorsize.history;

import io.amorsize.result.RunEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is saved as an entry of a baseline.
 *
 * @param environment where the result was measured
 * @param savedAt the time of saving
 * @param results text of a results file, if there is one
 * @param jmh bytes of JMH's result JSON, if there is one
 * @param jar the jar that measured it, to be kept, if it is known
 */
public record NewEntry(
    RunEnvironment environment,
    Instant savedAt,
    Optional<String> results,
    Optional<byte[]> jmh,
    Optional<Path> jar) {

  /** The name of its folder. */
  String folderName() {
    return environment.fingerprint() + "-" + savedAt.toEpochMilli();
  }
}
