package io.amorsize.jmh.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schemas in {@code docs/schemas}. */
public final class Schemas {

  /** Their folder. */
  public static final Path FOLDER = Path.of("..", "docs", "schemas");

  private Schemas() {}

  /** A schema by the name of its file. */
  public static JsonSchema named(String name) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JsonFile.readTree(FOLDER.resolve(name + ".schema.json")));
  }

  /** Checks that a document fits a schema. */
  public static void assertFits(String name, String json) {
    assertThat(named(name).validate(JsonFile.parse("document", json).node())).as(name).isEmpty();
  }

  /** Checks that a document fits the one schema that knows what it calls itself. */
  public static void assertFitsItsOwn(String json) {
    JsonNode schema = JsonFile.parse("document", json).node().path("schema");
    // Results of workloads have the Python tool's form, which has no such key.
    assertFits(schema.isTextual() ? knowing(schema.textValue()) : "performance-result", json);
  }

  /** Checks that a report says what to do next, and that its tables fit a schema. */
  public static void assertTells(String called, Report report) {
    assertThat(report.next()).startsWith("Next: ").endsWith(".");
    assertFitsItsOwn(ReportJson.write(called, report));
  }

  private static String knowing(String called) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> found =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".schema.json"))
              .map(name -> name.replace(".schema.json", ""))
              .filter(name -> isKnownTo(name, called))
              .toList();
      assertThat(found).as("schemas of " + called).hasSize(1);
      return found.get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isKnownTo(String name, String called) {
    JsonNode key =
        JsonFile.readTree(FOLDER.resolve(name + ".schema.json")).at("/properties/schema");
    return key.path("const").asText().equals(called)
        || Stream.iterate(0, i -> i < key.path("enum").size(), i -> i + 1)
            .anyMatch(i -> key.path("enum").get(i).asText().equals(called));
  }
}
