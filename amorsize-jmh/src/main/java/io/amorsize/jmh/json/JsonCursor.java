package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** A place in the stream of a file's tokens, which can say where it is. */
final class JsonCursor {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  /** What to do with a member's value; the cursor stands at its first token. */
  @FunctionalInterface
  interface Member {
    void read(String name) throws IOException;
  }

  private final String file;
  private final JsonParser parser;
  private final ReadLimits limits;
  private int kept;

  JsonCursor(String file, JsonParser parser, ReadLimits limits) {
    this.file = file;
    this.parser = parser;
    this.limits = limits;
  }

  JsonToken next() throws IOException {
    return parser.nextToken();
  }

  JsonToken token() {
    return parser.currentToken();
  }

  /** Goes to the end of the object or array that starts here. */
  void skip() throws IOException {
    parser.skipChildren();
  }

  /** The text or number here, as it is written. */
  String text() throws IOException {
    return parser.getText();
  }

  boolean isScalar() {
    return token().isScalarValue() && token() != JsonToken.VALUE_NULL;
  }

  /** The number here, perhaps written as text; empty where there is none. */
  OptionalDouble number() throws IOException {
    if (token().isNumeric()) {
      return OptionalDouble.of(parser.getDoubleValue());
    }
    return token() == JsonToken.VALUE_STRING ? number(text().strip()) : OptionalDouble.empty();
  }

  private static OptionalDouble number(String text) {
    return switch (text) {
      case "NaN" -> OptionalDouble.of(Double.NaN);
      case "+INF", "INF", "Infinity", "+Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-INF", "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default ->
          NUMBER.matcher(text).matches()
              ? OptionalDouble.of(Double.parseDouble(text))
              : OptionalDouble.empty();
    };
  }

  /**
   * Reads the members of the object that starts here; none of its names may come twice, since then
   * two objects ran into each other.
   */
  void members(Member member) throws IOException {
    Set<String> names = new HashSet<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (!names.add(name)) {
        throw problem(
            "the key '"
                + ShownText.of(name)
                + "' comes twice in one object; two results may have run into each other, so restore"
                + " the file or run the benchmark again");
      }
      keep(1);
      next();
      member.read(name);
    }
  }

  /** What stands here, in a few words. */
  String shown() throws IOException {
    return switch (token()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text '" + ShownText.of(text()) + "'";
      default -> ShownText.of(text());
    };
  }

  /** Starts to count what is kept of one result. */
  void startRow() {
    kept = 0;
  }

  /** Counts values that are kept. */
  void keep(int values) {
    kept += values;
    if (kept > limits.maxRowValues()) {
      throw problem(
          String.format(
              Locale.ROOT,
              "a result holds more than %,d values, the most that is read of one; measure fewer"
                  + " iterations, or allow more with --max-values",
              limits.maxRowValues()));
    }
  }

  /** A sentence about this place, as an exception. */
  ResultFormatException problem(String what) {
    JsonLocation place = parser.currentTokenLocation();
    return problemOfFile(
        "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + what);
  }

  /** A sentence about the whole file, as an exception. */
  ResultFormatException problemOfFile(String what) {
    return new ResultFormatException(file + ": " + what);
  }
}
