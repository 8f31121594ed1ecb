package io.amorsize.jmh.cli;

import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import picocli.CommandLine.Option;

/** What the files that a command reads may hold at most. */
final class LimitOptions {

  private static final int FEWEST_LEVELS = 10;

  @Option(
      names = "--max-bytes",
      paramLabel = "SIZE",
      defaultValue = "1g",
      converter = ByteSize.class,
      description = "Read files of so many bytes, once decompressed (default: ${DEFAULT-VALUE}).")
  private long bytes = ReadLimits.DEFAULT.maxBytes();

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      defaultValue = "100",
      description = "Read objects and lists nested so deeply (default: ${DEFAULT-VALUE}).")
  private int depth = ReadLimits.DEFAULT.maxDepth();

  @Option(
      names = "--max-text",
      paramLabel = "N",
      defaultValue = "1048576",
      description = "Read texts and names of so many characters (default: ${DEFAULT-VALUE}).")
  private int text = ReadLimits.DEFAULT.maxTextLength();

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Read so many rows of a file (default: ${DEFAULT-VALUE}).")
  private int rows = ReadLimits.DEFAULT.maxRows();

  @Option(
      names = "--max-values",
      paramLabel = "N",
      defaultValue = "20000000",
      description = "Read so many values of a row (default: ${DEFAULT-VALUE}).")
  private int values = ReadLimits.DEFAULT.maxRowValues();

  /**
   * The limits.
   *
   * @throws ResultFormatException in one sentence, if one is out of its range
   */
  ReadLimits limits() {
    requireAtLeast(FEWEST_LEVELS, depth, "--max-depth");
    requireAtLeast(1, text, "--max-text");
    requireAtLeast(1, rows, "--max-rows");
    requireAtLeast(1, values, "--max-values");
    return new ReadLimits(bytes, depth, text, rows, values);
  }

  private static void requireAtLeast(int least, int value, String option) {
    if (value < least) {
      throw new ResultFormatException(option + " must be at least " + least + ", is " + value);
    }
  }
}
