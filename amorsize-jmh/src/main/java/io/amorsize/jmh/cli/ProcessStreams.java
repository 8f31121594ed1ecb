package io.amorsize.jmh.cli;

import io.amorsize.jmh.cli.Terminal.Watched;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** What the streams of this process lead to. */
final class ProcessStreams {

  private static final int DEFAULT_WIDTH = 80;
  private static final int WIDEST = 160;

  private ProcessStreams() {}

  /** Which of them a person watches. */
  static Watched watched() {
    return watched(hasConsole(), ProcessStreams::isErrTerminal);
  }

  /**
   * Which streams a person watches: whoever reads the document from a pipe or a file is shown no
   * progress either.
   *
   * @param console whether standard input and output are a terminal
   * @param err whether standard error is one, which takes a process to find out
   */
  static Watched watched(boolean console, BooleanSupplier err) {
    return console ? new Watched(true, err.getAsBoolean()) : Watched.NONE;
  }

  @SuppressWarnings("SystemConsoleNull") // null up to Java 21, isTerminal from 22 on
  private static boolean hasConsole() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From Java 22 on there is a console even where the streams are redirected.
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** The console says nothing of it; POSIX systems are asked, others have nobody to ask. */
  private static boolean isErrTerminal() {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return true;
    }
    try {
      return TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
    } catch (IOException e) {
      return false;
    }
  }

  /** Columns of a line: what {@code COLUMNS} says, or what is there. */
  static int width(Watched watched, Map<String, String> variables) {
    String columns = variables.get("COLUMNS");
    if (columns == null) {
      return watched.out() ? clamped(columnsOfTerminal()) : DEFAULT_WIDTH;
    }
    try {
      return clamped(Integer.parseInt(columns));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }

  private static int clamped(int width) {
    return Math.max(DEFAULT_WIDTH, Math.min(WIDEST, width));
  }

  /** Shells seldom tell their children how wide the window is; the terminal itself knows. */
  private static int columnsOfTerminal() {
    try (org.jline.terminal.Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).build()) {
      return terminal.getWidth();
    } catch (IOException | RuntimeException e) {
      return DEFAULT_WIDTH;
    }
  }
}
