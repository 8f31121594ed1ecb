package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.TerminalText;
import io.amorsize.result.Secrets;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where the program writes: documents to {@code out}, everything else to {@code err}.
 *
 * @param out takes the one document of a command
 * @param err takes progress, warnings and errors
 * @param interactive whether a person watches, so that progress and colours help
 * @param width columns of a line
 * @param variables the process's environment
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    int width,
    Map<String, String> variables) {

  private static final int DEFAULT_WIDTH = 80;
  private static final int WIDEST = 160;

  /** The process's own streams. */
  static Terminal ofProcess() {
    return new Terminal(System.out, System.err, isInteractive(), widthOfProcess(), System.getenv());
  }

  /** Prints one line to {@code err}; names in it may come from files, and secrets from a URL. */
  void say(String line) {
    err.println(TerminalText.clean(Secrets.hidden(line)));
  }

  @SuppressWarnings("SystemConsoleNull") // null up to Java 21, isTerminal from 22 on
  private static boolean isInteractive() {
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

  private static int widthOfProcess() {
    String columns = System.getenv("COLUMNS");
    try {
      int width = columns == null ? DEFAULT_WIDTH : Integer.parseInt(columns);
      return Math.max(DEFAULT_WIDTH, Math.min(WIDEST, width));
    } catch (NumberFormatException e) {
      return DEFAULT_WIDTH;
    }
  }
}
