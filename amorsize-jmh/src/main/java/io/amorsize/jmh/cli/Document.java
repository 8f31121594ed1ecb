package io.amorsize.jmh.cli;

import io.amorsize.jmh.page.ReportPage;
import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.TextFormat;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command ends in, in every form that it has. */
interface Document {

  /**
   * The document for a terminal.
   *
   * @param width columns of a line
   * @param colour whether colours help
   */
  String text(int width, boolean colour);

  /** The document for a pull request. */
  String markdown();

  /** The document for a program. */
  String json();

  /** The document for a spreadsheet; empty where there is none. */
  default Optional<String> csv() {
    return Optional.empty();
  }

  /** The document as a page for a browser. */
  String html();

  /** What to do next, in a sentence; empty where the document does not say. */
  default String next() {
    return "";
  }

  /** The document as results of tests; empty where there is none. */
  default Optional<String> junit() {
    return Optional.empty();
  }

  /** The same document with another page for a browser. */
  default Document withPage(Supplier<String> page) {
    Document others = this;
    return new Document() {
      @Override
      public String text(int width, boolean colour) {
        return others.text(width, colour);
      }

      @Override
      public String markdown() {
        return others.markdown();
      }

      @Override
      public String html() {
        return page.get();
      }

      @Override
      public String json() {
        return others.json();
      }

      @Override
      public Optional<String> csv() {
        return others.csv();
      }

      @Override
      public Optional<String> junit() {
        return others.junit();
      }

      @Override
      public String next() {
        return others.next();
      }
    };
  }

  /** A report and its form for programs. */
  static Document of(Report report, Supplier<String> json) {
    return of(report, json, null);
  }

  /** A report and its forms for programs and spreadsheets. */
  static Document of(Report report, Supplier<String> json, Supplier<String> csv) {
    return new Document() {
      @Override
      public String text(int width, boolean colour) {
        return new TextFormat(width, colour).write(report);
      }

      @Override
      public String markdown() {
        return new MarkdownFormat().write(report);
      }

      @Override
      public String html() {
        return ReportPage.write(report);
      }

      @Override
      public String json() {
        return json.get();
      }

      @Override
      public Optional<String> csv() {
        return Optional.ofNullable(csv).map(Supplier::get);
      }

      @Override
      public String next() {
        return report.next();
      }
    };
  }
}
