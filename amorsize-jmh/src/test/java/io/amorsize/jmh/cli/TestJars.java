package io.amorsize.jmh.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes jars with one entry. */
final class TestJars {

  private TestJars() {}

  /** A jar that lists benchmarks, as JMH's annotation processor does. */
  static Path benchmarks(Path file, String list) throws IOException {
    return with(file, "META-INF/BenchmarkList", list);
  }

  static Path with(Path file, String entry, String content) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }
}
