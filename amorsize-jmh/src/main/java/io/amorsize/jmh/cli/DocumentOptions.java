package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.TextFormat;
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
    return terminal.interactive() && !quiet;
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
    boolean colour =
        output == null && terminal.interactive() && !noColour && System.getenv("NO_COLOR") == null;
    String document =
        switch (format) {
          case text -> new TextFormat(terminal.width(), colour).write(report);
          case markdown -> new MarkdownFormat().write(report);
          case json -> json.get();
        };
    if (output == null) {
      terminal.out().print(document);
      terminal.out().flush();
    } else {
      WholeFile.write(output, document);
      terminal.say("written to " + output);
    }
  }
}
