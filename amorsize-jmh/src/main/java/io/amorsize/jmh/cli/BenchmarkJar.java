package io.amorsize.jmh.cli;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Jars of benchmarks. */
final class BenchmarkJar {

  /** What JMH's annotation processor leaves in every one. */
  private static final String LIST = "META-INF/BenchmarkList";

  private BenchmarkJar() {}

  /** Whether a path names a jar. */
  static boolean isJar(Path file) {
    return hasEnding(file) && Files.isRegularFile(file) && isZip(file);
  }

  private static boolean hasEnding(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static boolean isZip(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Checks that a jar can be run again.
   *
   * @throws ResultFormatException in one sentence, if it cannot
   */
  static Path required(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ResultFormatException(file + ": there is no such jar");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(LIST) == null) {
        throw new ResultFormatException(
            file
                + ": holds no JMH benchmarks, there is no "
                + LIST
                + " in it; name the jar that was run with -jar");
      }
      return file;
    } catch (IOException e) {
      throw new ResultFormatException(file + ": is not a jar: " + e.getMessage(), e);
    }
  }

  /** The jar that a class was loaded from; empty where it comes from a folder of classes. */
  static Optional<Path> holding(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI())).filter(BenchmarkJar::isJar);
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
