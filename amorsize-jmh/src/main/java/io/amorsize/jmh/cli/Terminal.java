package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.TerminalText;
import io.amorsize.result.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;

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
    boolean interactive = isInteractive();
    return new Terminal(
        System.out, System.err, interactive, widthOfProcess(interactive), System.getenv());
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

  private static int widthOfProcess(boolean interactive) {
    String columns = System.getenv("COLUMNS");
    if (columns == null) {
      return interactive ? clamped(columnsOfTerminal()) : DEFAULT_WIDTH;
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
