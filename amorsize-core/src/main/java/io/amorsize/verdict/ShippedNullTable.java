package io.amorsize.verdict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.statistics.NullDistribution;
import io.amorsize.statistics.NullTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The table of null distributions that comes with the program. It was made from unchanged JMH
 * benchmarks, 10 forks each, of which random halves were compared with each other; see {@code
 * docs/statistics.md}.
 *
 * <p>It is read token by token: a tree takes hundreds of classes, and most of the time of a
 * comparison's start.
 */
public final class ShippedNullTable {

  private static final String RESOURCE = "null-table.json";

  private ShippedNullTable() {}

  /** The table, read once. */
  public static NullTable get() {
    return Holder.TABLE;
  }

  private static final class Holder {
    static final NullTable TABLE = read();
  }

  /** The table, read anew. */
  static NullTable read() {
    Map<NullTable.Key, NullDistribution> entries = new HashMap<>();
    try (InputStream in = ShippedNullTable.class.getResourceAsStream(RESOURCE);
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean isTable = json.currentName().equals("entries");
        json.nextToken();
        if (isTable) {
          readEntries(json, entries);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own " + RESOURCE + " cannot be read", e);
    }
    return new NullTable(entries);
  }

  private static void readEntries(JsonParser json, Map<NullTable.Key, NullDistribution> entries)
      throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      NullTable.Key key = key(json.currentName());
      json.nextToken();
      entries.put(key, distribution(json));
    }
  }

  /** Reads a key such as {@code 5v3/3/A}: fork counts, floor in percent, class of iterations. */
  private static NullTable.Key key(String text) {
    String[] parts = text.split("/");
    String[] forks = parts[0].split("v");
    NullTable.Iterations iterations =
        switch (parts[2]) {
          case "A" -> NullTable.Iterations.MANY;
          case "B" -> NullTable.Iterations.SOME;
          default -> NullTable.Iterations.FEW;
        };
    return new NullTable.Key(
        Integer.parseInt(forks[0]), Integer.parseInt(forks[1]), parts[1].equals("3"), iterations);
  }

  private static NullDistribution distribution(JsonParser json) throws IOException {
    double[] t = {};
    double[] p = {};
    double kappa = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "t" -> t = doubles(json);
        case "p" -> p = doubles(json);
        default -> kappa = json.getDoubleValue();
      }
    }
    return new NullDistribution(t, p, kappa);
  }

  private static double[] doubles(JsonParser json) throws IOException {
    DoubleStream.Builder values = DoubleStream.builder();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      values.add(json.getDoubleValue());
    }
    return values.build().toArray();
  }
}
