package io.amorsize.jmh.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of null distributions as the file that comes with the program. */
public final class NullTableJson {

  private static final String ABOUT =
      "p(T) under no change. key: larger v smaller fork count / smallest effect in % / iterations"
          + " per fork A >=8, B 3-7, C 1-2. Points (t,p): first is (0, P(T>0)); linear in p up to"
          + " the second point, then log p linear in log t; beyond the last point p ="
          + " p_last*(T/t_last)^-kappa";

  private NullTableJson() {}

  /** The file's text, an entry a line. */
  public static String write(Map<String, NullEntry> entries) {
    String lines =
        entries.entrySet().stream()
            .map(entry -> "  \"" + entry.getKey() + "\": " + json(entry.getValue()))
            .collect(Collectors.joining(",\n"));
    JsonNode about = JsonNodeFactory.instance.textNode(ABOUT);
    return "{\n \"about\": " + about + ",\n \"entries\": {\n" + lines + "\n }\n}\n";
  }

  private static ObjectNode json(NullEntry entry) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("p", json(entry.p()));
    json.set("t", json(entry.t()));
    return json.put("kappa", entry.kappa());
  }

  private static ArrayNode json(List<Double> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }
}
