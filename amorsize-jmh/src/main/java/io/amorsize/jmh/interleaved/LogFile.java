package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/** A file that takes what programs print while they are run, after what it holds already. */
public final class LogFile {

  private LogFile() {}

  /**
   * Opens a log; folders that are not there are made.
   *
   * @param option the option that names another folder
   * @throws ResultFormatException in one sentence, if it cannot be written
   */
  public static PrintStream open(Path file, String option) {
    return open(file, option, out -> out);
  }

  /**
   * Opens a log; folders that are not there are made.
   *
   * @param option the option that names another folder
   * @param shown where else it goes: makes the stream that is written to of the file's own
   * @throws ResultFormatException in one sentence, if it cannot be written
   */
  public static PrintStream open(Path file, String option, UnaryOperator<OutputStream> shown) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new PrintStream(shown.apply(out), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ResultFormatException(
          file + ": cannot be written (" + e + "); name another folder with " + option, e);
    }
  }
}
