package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Names the process that runs now, so that a later session can end it if this one is killed. */
final class RunningFile {

  /** Its name in the work folder. */
  static final String NAME = "running.json";

  /** Linux counts a start from the time of booting, which moves when the clock is set. */
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  RunningFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  void write(ProcessHandle process) {
    Optional<Instant> start = process.info().startInstant();
    start.ifPresent(
        instant ->
            WholeFile.write(
                file,
                MAPPER
                    .createObjectNode()
                    .put("pid", process.pid())
                    .put("startInstant", instant.toString())
                    .toString()));
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the recorded process with its descendants, unless its number is another's by now. */
  boolean killLeftOver() {
    Optional<ProcessHandle> found = leftOver();
    found.ifPresent(ProcessTree::kill);
    remove();
    return found.isPresent();
  }

  private Optional<ProcessHandle> leftOver() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode recorded = MAPPER.readTree(file.toFile());
      Instant start = Instant.parse(recorded.path("startInstant").asText());
      return ProcessHandle.of(recorded.path("pid").asLong(-1))
          .filter(
              process -> process.info().startInstant().filter(at -> same(at, start)).isPresent());
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean same(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(CLOCK_STEP) < 0;
  }
}
