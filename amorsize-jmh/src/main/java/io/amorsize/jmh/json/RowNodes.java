package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of JMH's result JSON as they stand in its file, whatever their keys. */
public final class RowNodes {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private RowNodes() {}

  /** Rows as a text that JMH might have written. */
  public static String text(List<ObjectNode> rows) {
    return JsonNodeFactory.instance.arrayNode().addAll(rows).toPrettyString();
  }

  /**
   * Writes a file of rows.
   *
   * @throws ResultFormatException in one sentence, if it cannot be written
   */
  public static void write(Path file, List<ObjectNode> rows) {
    WholeFile.write(file, text(rows));
  }

  /**
   * Reads a file whole.
   *
   * @param file JSON, perhaps compressed with gzip
   * @param limits what it may hold at most
   * @return its rows, in their order
   * @throws ResultFormatException in one sentence, if it cannot be read or is no JMH result
   */
  public static List<ObjectNode> read(Path file, ReadLimits limits) {
    // It tells best what is wrong with a broken file.
    int rows = new JmhResultReader(limits).read(file).rows().size();
    List<ObjectNode> found = new ArrayList<>();
    try (ResultInput input = ResultInput.open(file, limits)) {
      for (JsonNode row : MAPPER.readTree(input.text())) {
        if (row instanceof ObjectNode object) {
          found.add(object);
        }
      }
    } catch (IOException e) {
      throw new ResultFormatException(file + ": " + BrokenFile.reason(e), e);
    }
    if (found.size() != rows) {
      throw new ResultFormatException(
          file + ": is not a plain list of rows as JMH writes it; join it by hand");
    }
    return found;
  }
}
