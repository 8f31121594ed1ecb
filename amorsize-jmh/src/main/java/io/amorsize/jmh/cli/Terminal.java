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
 * @param watched which of the two a person watches
 * @param width columns of a line
 * @param variables the process's environment
 */
record Terminal(
    PrintStream out, PrintStream err, Watched watched, int width, Map<String, String> variables) {

  /**
   * Which streams a person watches. Colours help on a watched {@code out}, a line of progress that
   * is written over on a watched {@code err} alone: in a file it would be one line without end.
   */
  record Watched(boolean out, boolean err) {

    static final Watched NONE = new Watched(false, false);
    static final Watched BOTH = new Watched(true, true);
  }

  /** The process's own streams. */
  static Terminal ofProcess() {
    Map<String, String> variables = System.getenv();
    Watched watched = ProcessStreams.watched();
    int width = ProcessStreams.width(watched, variables);
    return new Terminal(System.out, System.err, watched, width, variables);
  }

  /** Prints one line to {@code err}; names in it may come from files, and secrets from a URL. */
  void say(String line) {
    err.println(TerminalText.clean(Secrets.hidden(line)));
  }
}
