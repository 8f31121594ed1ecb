package io.amorsize.examples;

import io.amorsize.Amorsize;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.BenchmarkResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** The snippet of the README. */
public final class Checksums {

  private Checksums() {}

  static void run(List<Path> files, PrintStream out) {
    OptimizationResult plan = Amorsize.optimize(Checksum::of, files);
    List<Long> sums = Amorsize.map(Checksum::of, files);
    BenchmarkResult check = Amorsize.quickValidate(Checksum::of, files);
    out.println(plan.reason());
    out.println(sums);
    out.println(check.band());
  }

  /** The checksum of a file. */
  static final class Checksum {

    private Checksum() {}

    static long of(Path file) {
      CRC32 sum = new CRC32();
      try {
        sum.update(Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return sum.getValue();
    }
  }
}
