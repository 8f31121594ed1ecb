package io.amorsize.jmh.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a build prints: into a file, and from there to a log. A pipe would stay open as long as a
 * daemon that the build leaves behind.
 */
final class BuildOutput {

  private static final int LAST_LINES = 15;
  private static final int LAST_BYTES = 16 * 1024;

  private final Path file;
  private final PrintStream log;
  private long passed;

  BuildOutput(Path file, PrintStream log) {
    this.file = file;
    this.log = log;
  }

  Path file() {
    return file;
  }

  /** Passes on to the log what is new. */
  void pass() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(passed);
      passed += in.transferTo(log);
    }
    log.flush();
  }

  /** The last lines, none of them empty. */
  List<String> lastLines() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(Math.max(0, Files.size(file) - LAST_BYTES));
      List<String> lines =
          new String(in.readAllBytes(), Charset.defaultCharset())
              .lines()
              .filter(line -> !line.isBlank())
              .toList();
      return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }
  }
}
