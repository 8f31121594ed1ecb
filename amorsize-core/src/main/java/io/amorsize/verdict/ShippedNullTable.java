package io.amorsize.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.statistics.NullDistribution;
import io.amorsize.statistics.NullTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The table of null distributions that comes with the program. It was made from unchanged JMH
 * benchmarks, 10 forks each, of which random halves were compared with each other; see {@code
 * docs/statistics.md}.
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
    try (InputStream in = ShippedNullTable.class.getResourceAsStream(RESOURCE)) {
      Map<NullTable.Key, NullDistribution> entries = new HashMap<>();
      JsonNode json = new ObjectMapper().readTree(in);
      json.get("entries")
          .properties()
          .forEach(entry -> entries.put(key(entry.getKey()), distribution(entry.getValue())));
      return new NullTable(entries);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own " + RESOURCE + " cannot be read", e);
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

  private static NullDistribution distribution(JsonNode json) {
    return new NullDistribution(
        doubles(json.get("t")), doubles(json.get("p")), json.get("kappa").doubleValue());
  }

  private static double[] doubles(JsonNode array) {
    return array.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
  }
}
