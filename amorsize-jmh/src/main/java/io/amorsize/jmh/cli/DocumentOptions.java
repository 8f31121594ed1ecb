package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.Report;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options of every command that ends in a document. */
final class DocumentOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the document: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private DocumentFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the document to FILE instead of standard output.")
  private Path output;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--no-color", description = "No colours; so does the variable NO_COLOR.")
  private boolean noColour;

  /** Checks, before long work, that the document can be written when it is done. */
  void requireWritable() {
    if (output != null) {
      WholeFile.requireWritable(output);
    }
  }

  boolean showsProgress(Terminal terminal) {
    return terminal.watched().err() && !quiet;
  }

  boolean isQuiet() {
    return quiet;
  }

  /**
   * Writes a command's document.
   *
   * @param report the document for people
   * @param json the document for programs
   */
  void write(Terminal terminal, Report report, Supplier<String> json) {
    write(terminal, Document.of(report, json));
  }

  /**
   * Writes a command's document.
   *
   * @throws ResultFormatException if it has no such form
   */
  void write(Terminal terminal, Document document) {
    boolean colour =
        output == null
            && terminal.watched().out()
            && !noColour
            && !terminal.variables().containsKey("NO_COLOR");
    String text =
        switch (format) {
          case text -> document.text(terminal.width(), colour);
          case markdown -> document.markdown();
          case json -> document.json();
          case html -> document.html();
          case csv -> document.csv().orElseThrow(this::unavailable);
          case junit -> document.junit().orElseThrow(this::unavailable);
        };
    if (output == null) {
      terminal.out().print(text);
      terminal.out().flush();
    } else {
      WholeFile.write(output, text);
      terminal.say("written to " + output);
      if (!document.next().isEmpty()) {
        terminal.say(document.next());
      }
    }
  }

  private ResultFormatException unavailable() {
    return new ResultFormatException(
        "--format "
            + format
            + " is for comparisons of JMH results; use text, markdown, html or json");
  }
}
