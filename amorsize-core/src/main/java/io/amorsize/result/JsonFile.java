package io.amorsize.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** JSON files of ours as trees and as plain maps, lists, texts and numbers. */
public final class JsonFile {

  private static final JsonMapper MAPPER = made(ReadLimits.DEFAULT);

  private JsonFile() {}

  private static JsonMapper mapper(ReadLimits limits) {
    return limits.equals(ReadLimits.DEFAULT) ? MAPPER : made(limits);
  }

  private static JsonMapper made(ReadLimits limits) {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.maxDepth())
                    .maxStringLength(limits.maxTextLength())
                    .maxNameLength(limits.maxTextLength())
                    .build())
            .build();
    return JsonMapper.builder(factory)
        // The Python tool writes NaN and Infinity bare.
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
        .build();
  }

  /**
   * Reads a file.
   *
   * @throws ResultFormatException in one sentence, if the file is missing, empty or not JSON
   */
  public static JsonPlace read(Path file) {
    return read(file, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws ResultFormatException in one sentence, if the file is missing, empty, too large or not
   *     JSON
   */
  public static JsonPlace read(Path file, ReadLimits limits) {
    return JsonPlace.root(file.toString(), readTree(file, limits));
  }

  /**
   * Reads a file as a tree, which knows no place.
   *
   * @throws ResultFormatException in one sentence, if the file is missing, empty or not JSON
   */
  public static JsonNode readTree(Path file) {
    return readTree(file, ReadLimits.DEFAULT);
  }

  private static JsonNode readTree(Path file, ReadLimits limits) {
    try (InputStream bytes = new LimitedInput(Files.newInputStream(file), limits.maxBytes())) {
      JsonNode tree = mapper(limits).readTree(bytes);
      if (tree.isMissingNode()) {
        throw new ResultFormatException(
            file + ": the file is empty; the run that should have written it did not finish");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw notJson(file.toString(), limits, e);
    } catch (NoSuchFileException e) {
      throw new ResultFormatException(file + ": there is no such file", e);
    } catch (LimitedInput.TooLarge e) {
      throw new ResultFormatException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new ResultFormatException(
          file + ": does not fit into the memory of this JVM; give it more with -Xmx", e);
    }
  }

  /**
   * Reads a text as a tree.
   *
   * @param place where it stands, for messages
   * @throws ResultFormatException in one sentence, if it is not JSON
   */
  public static JsonPlace parse(String place, String text) {
    return parse(place, text, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws ResultFormatException in one sentence, if it is not JSON, or nested too deeply
   */
  public static JsonPlace parse(String place, String text, ReadLimits limits) {
    try {
      return JsonPlace.root(place, mapper(limits).readTree(text));
    } catch (JsonProcessingException e) {
      throw notJson(place, limits, e);
    }
  }

  private static ResultFormatException notJson(
      String place, ReadLimits limits, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String where =
        at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    if (e instanceof StreamConstraintsException) {
      return new ResultFormatException(
          place + ": " + where + limits.breach(e.getOriginalMessage()), e);
    }
    String what = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return new ResultFormatException(place + ": not JSON from " + where + ShownText.of(what), e);
  }

  /** Plain values as JSON on one line, in ASCII alone, without a line feed. */
  public static String line(Map<String, ?> json) {
    return printable(MAPPER.writer(), json);
  }

  /**
   * Plain values as indented JSON in ASCII alone, as Python writes it, ended by a line feed: names
   * in it cannot act on a terminal that shows it.
   */
  public static String text(Map<String, Object> json) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    return printable(MAPPER.writer(printer), json) + "\n";
  }

  private static String printable(ObjectWriter writer, Map<String, ?> json) {
    try {
      return writer
          .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
          .with(new ControlEscapes())
          .writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can always be written", e);
    }
  }

  /** A number as a plain value; null for what JSON does not have: NaN and infinity. */
  public static Double orNull(double number) {
    return Double.isFinite(number) ? number : null;
  }

  /** A number as a plain value; null where it is unknown, too. */
  public static Double orNull(OptionalDouble number) {
    return orNull(number.orElse(Double.NaN));
  }

  /** A whole number as a plain value; null where it is unknown. */
  public static Integer orNull(OptionalInt number) {
    return number.stream().boxed().findFirst().orElse(null);
  }

  static JsonNode tree(Map<String, Object> json) {
    return MAPPER.valueToTree(json);
  }

  static Map<String, Object> plain(JsonNode object) {
    return MAPPER.convertValue(object, new TypeReference<>() {});
  }
}
