package io.amorsize.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** JSON files of ours as trees and as plain maps, lists, texts and numbers. */
public final class JsonFile {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          // The Python tool writes NaN and Infinity bare.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(100).maxNumberLength(1000).build());
  }

  private JsonFile() {}

  /**
   * Reads a file as a tree.
   *
   * @throws ResultFormatException in one sentence, if the file is missing, empty or not JSON
   */
  public static JsonNode readTree(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
        throw new ResultFormatException(
            file + ": the file is empty; the run that should have written it did not finish");
      }
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw notJson(file.toString(), e);
    } catch (NoSuchFileException e) {
      throw new ResultFormatException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a text as a tree.
   *
   * @param place where it stands, for messages
   * @throws ResultFormatException in one sentence, if it is not JSON
   */
  public static JsonPlace parse(String place, String text) {
    try {
      return JsonPlace.root(place, MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      throw notJson(place, e);
    }
  }

  private static ResultFormatException notJson(String place, JsonProcessingException e) {
    return new ResultFormatException(
        place
            + ": not JSON from line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ": "
            + e.getOriginalMessage().lines().findFirst().orElse("unreadable"),
        e);
  }

  /** Plain values as JSON on one line, in ASCII alone, without a line feed. */
  public static String line(Map<String, ?> json) {
    try {
      return MAPPER
          .writer()
          .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
          .writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can always be written", e);
    }
  }

  /** Plain values as indented JSON, ended by a line feed. */
  public static String text(Map<String, Object> json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(json) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can always be written", e);
    }
  }

  static JsonNode tree(Map<String, Object> json) {
    return MAPPER.valueToTree(json);
  }

  static Map<String, Object> plain(JsonNode object) {
    return MAPPER.convertValue(object, new TypeReference<>() {});
  }
}
