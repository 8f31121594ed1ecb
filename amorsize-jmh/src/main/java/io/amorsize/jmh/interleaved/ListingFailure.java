package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Says in one sentence why the benchmarks of a side cannot be listed. */
final class ListingFailure {

  private static final String BUILD =
      "; give the jar that a JMH project builds to run its benchmarks (target/benchmarks.jar, or"
          + " build/libs/*-jmh.jar)";

  private ListingFailure() {}

  static ResultFormatException of(JarSide side, String reason) {
    if (reason.contains(JmhCommand.MAIN)) {
      return new ResultFormatException(side.label() + noMain(side) + BUILD);
    }
    if (reason.contains("META-INF/BenchmarkList")) {
      return new ResultFormatException(
          side.label() + ": holds no list of benchmarks (META-INF/BenchmarkList)" + BUILD);
    }
    if (reason.contains("PatternSyntaxException")) {
      String what = reason.substring(reason.indexOf("PatternSyntaxException: ") + 24);
      return new ResultFormatException(
          "a regex behind '--' cannot be read: " + what + "; correct it, or leave it out");
    }
    return new ResultFormatException(
        side.label()
            + ": its benchmarks cannot be listed: "
            + reason
            + "; see what 'java -cp JAR "
            + JmhCommand.MAIN
            + " -lp' says with the same arguments");
  }

  private static String noMain(JarSide side) {
    Optional<Path> broken =
        side.parts().stream().filter(part -> Files.isRegularFile(part) && !isJar(part)).findFirst();
    return broken
        .map(part -> ": " + part + " is no jar that can be read")
        .orElse(": holds no JMH (class " + JmhCommand.MAIN + ")");
  }

  private static boolean isJar(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
