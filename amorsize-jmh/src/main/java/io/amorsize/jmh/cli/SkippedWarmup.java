package io.amorsize.jmh.cli;

import io.amorsize.result.BenchmarkRun;
import io.amorsize.warmup.WarmupSkip;
import java.util.OptionalInt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The iterations that are left out of each fork as warm-up.
 *
 * @param text what the user wrote
 * @param count how many; empty where the forks are to tell
 */
record SkippedWarmup(String text, OptionalInt count) {

  private static final String AUTO = "auto";

  /** Reads the option. */
  static final class Converter implements ITypeConverter<SkippedWarmup> {
    @Override
    public SkippedWarmup convert(String value) {
      if (value.equals(AUTO)) {
        return new SkippedWarmup(value, OptionalInt.empty());
      }
      if (!value.matches("-?\\d{1,9}")) {
        throw new TypeConversionException(
            "--skip-warmup must be a number of iterations or auto, is " + value);
      }
      int count = Integer.parseInt(value);
      if (count < 0) {
        throw new TypeConversionException("--skip-warmup must be at least 0, is " + count);
      }
      return new SkippedWarmup(value, OptionalInt.of(count));
    }
  }

  boolean isNothing() {
    return count.isPresent() && count.getAsInt() == 0;
  }

  /**
   * A run without what is to be left out.
   *
   * @param other the side that it is compared with
   * @throws io.amorsize.result.ResultFormatException in one sentence, if a fork would have no
   *     iteration left
   */
  BenchmarkRun without(BenchmarkRun run, BenchmarkRun other) {
    if (isNothing()) {
      return run;
    }
    return count.isPresent()
        ? run.withoutFirstIterations(count.getAsInt())
        : WarmupSkip.of(run, other).apply(run);
  }
}
