package io.amorsize.jmh.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of CSV (RFC 4180), in which no text can act as a formula when a spreadsheet opens it.
 */
final class CsvLine {

  private static final String FORMULA = "=+-@\t\r\n";
  private static final String NUMBER = "[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?";

  private final List<String> cells = new ArrayList<>();

  /**
   * A document: a header and lines, each ended by CR and LF.
   *
   * @param names of the columns
   * @param lines with their ends, as {@link #line} gives them
   */
  static String document(List<String> names, Stream<String> lines) {
    CsvLine header = new CsvLine();
    names.forEach(header::text);
    return lines.collect(Collectors.joining("", header.line(), ""));
  }

  /** A text; one that a spreadsheet would take for a formula gets an apostrophe before it. */
  CsvLine text(String text) {
    String clean = TerminalText.clean(text);
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 && !text.matches(NUMBER);
    String safe = formula ? "'" + clean : clean;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"');
    cells.add(quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe);
    return this;
  }

  /** A number in full precision; an empty cell where it is not known. */
  CsvLine number(OptionalDouble value) {
    boolean known = value.isPresent() && Double.isFinite(value.getAsDouble());
    cells.add(known ? Double.toString(value.getAsDouble()) : "");
    return this;
  }

  /** A whole number; an empty cell where it is not known. */
  CsvLine number(OptionalInt value) {
    cells.add(value.isPresent() ? Integer.toString(value.getAsInt()) : "");
    return this;
  }

  /** A count of what is there at least once: an empty cell where it is 0, which is not known. */
  CsvLine count(int value) {
    return number(value == 0 ? OptionalInt.empty() : OptionalInt.of(value));
  }

  /** A whole number. */
  CsvLine number(int value) {
    return number(OptionalInt.of(value));
  }

  /** The line with its end. */
  String line() {
    return String.join(",", cells) + "\r\n";
  }
}
