package io.amorsize.jmh.speed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import io.amorsize.jmh.json.JmhResultReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ways to read a file of results. */
enum JsonReading {
  /** The program's: rows, forks and scores. */
  OURS,
  /** Jackson's tokens, with nothing made of them. */
  TOKENS,
  /** Jackson's tokens, and a number made of each that is one, as Jackson does it by itself. */
  NUMBERS,
  /** The same, made by Jackson's fast algorithm: the least that reading scores may take. */
  FAST_NUMBERS;

  private static final JsonFactory JACKSON = new JsonFactory();

  /** Reads a file; tells how much was in it. */
  long read(Path file) {
    return this == OURS ? new JmhResultReader().read(file).rows().size() : scan(file);
  }

  private long scan(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = JACKSON.createParser(bytes)) {
      long tokens = 0;
      double sum = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens++;
        if (this == NUMBERS && token.isNumeric()) {
          sum += parser.getDoubleValue();
        } else if (this == FAST_NUMBERS && token.isNumeric()) {
          sum += fastNumber(parser);
        }
      }
      return Double.isNaN(sum) ? 0 : tokens;
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private static double fastNumber(JsonParser parser) throws IOException {
    return NumberInput.parseDouble(
        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), true);
  }

  /**
   * Reads a file once in a JVM that has read none, and prints the seconds.
   *
   * @param args the way and the file
   */
  static double once(List<String> args) {
    JsonReading way = valueOf(args.get(0));
    long start = System.nanoTime();
    way.read(Path.of(args.get(1)));
    return (System.nanoTime() - start) / 1e9;
  }
}
