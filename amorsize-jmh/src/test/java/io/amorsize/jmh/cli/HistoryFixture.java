package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.result.JsonFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A history in a folder, and the command that works with it at a fixed time. */
final class HistoryFixture {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Path folder;
  final Path place;
  private final Map<String, String> variables;

  HistoryFixture(Path folder) {
    this(folder, Map.of());
  }

  HistoryFixture(Path folder, Map<String, String> variables) {
    this.folder = folder;
    this.place = folder.resolve("history.db");
    this.variables = variables;
  }

  /** What a command said. */
  record Said(int exitCode, String out, String err) {

    Said exits(ExitCode expected) {
      assertThat(exitCode).as(out + err).isEqualTo(expected.value());
      return this;
    }

    /** The document as if the terminal were endlessly wide. */
    String inOneLine() {
      return out.replaceAll("\\s+", " ");
    }

    JsonNode json() {
      return JsonFile.parse("out", out).node();
    }

    List<String> lines() {
      return out.lines().toList();
    }

    void refusesWith(String part) {
      exits(ExitCode.USAGE);
      assertThat(err.strip()).contains(part).doesNotContain("\n").doesNotContain("\tat ");
      assertThat(out).isEmpty();
    }
  }

  /** Runs {@code history COMMAND ... --history PLACE}. */
  Said run(Object... arguments) {
    List<String> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    all.add("--history");
    all.add(place.toString());
    return runAnywhere(all.toArray(String[]::new));
  }

  /** The same where the place is not named. */
  Said runAnywhere(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.Watched.NONE,
            80,
            variables);
    int code = Main.runHistory(terminal, InstantSource.fixed(NOW), arguments);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A night as JMH writes it: two benchmarks in us/op. */
  Path night(String name, double first, double second) {
    return new RowsFile()
        .row("p.A.first", first)
        .row("p.A.second", second)
        .write(folder.resolve(name));
  }

  /** Writes a file. */
  Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
