package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.Comparisons;
import io.amorsize.jmh.report.Sessions;
import io.amorsize.jmh.schema.Schemas;
import io.amorsize.result.JsonFile;
import io.amorsize.verdict.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents for programs fit the schemas in {@code docs/schemas}. */
class SchemasTest {

  private static final Path BASELINES = Path.of("..", "baselines");
  private static final Instant FIRST = Instant.parse("2026-02-01T02:00:00Z");

  @TempDir Path folder;
  private HistoryFixture history;

  @BeforeEach
  void place() {
    history = new HistoryFixture(folder);
  }

  private static JsonNode tree(String json) {
    return JsonFile.parse("document", json).node();
  }

  private static void assertFits(String name, String json) {
    Schemas.assertFits(name, json);
  }

  private static String json(Object... arguments) {
    Object[] all = Stream.concat(Stream.of(arguments), Stream.of("--format", "json")).toArray();
    return CommandFixture.run(all).out();
  }

  @Test
  void comparisons() {
    for (Comparison comparison :
        List.of(
            Comparisons.mixed(),
            Comparisons.hostile(),
            Comparisons.suspect(),
            Comparisons.otherJdk(),
            Comparisons.many(40))) {
      assertFits("comparison", ComparisonJson.write(comparison));
    }
    assertFits(
        "comparison",
        ComparisonJson.write(
            Sessions.mixed().outcome().comparison(), Optional.of(Sessions.mixed())));
  }

  @Test
  void whatIsWrongDoesNotFit() {
    String right = ComparisonJson.write(Comparisons.mixed());
    JsonSchema schema = Schemas.named("comparison");
    for (String wrong :
        List.of(
            right.replaceFirst("\"verdict\" : \"[a-z]+\"", "\"verdict\" : \"terrible\""),
            right.replaceFirst("\"slowdown\" : [0-9.]+", "\"slowdown\" : -1"),
            right.replaceFirst("\"p\" : [0-9.E-]+", "\"p\" : \"small\""),
            right.replaceFirst("\"unit\" :", "\"units\" :"),
            right.replaceFirst("amorsize.comparison/1", "amorsize.comparison/2"))) {
      assertThat(wrong).isNotEqualTo(right);
      assertThat(schema.validate(tree(wrong))).isNotEmpty();
    }
  }

  @Test
  void workloads() throws IOException {
    Path before = BASELINES.resolve("main/9c47faade4eb-1795481647802/performance_results.json");
    assertFits("performance-result", json("report", before));
    assertFits("performance-comparison", json("compare", before, before));
    String slower =
        Files.readString(before)
            .replaceAll("\"actual_speedup\" ?: ?[0-9.]+", "\"actual_speedup\": 0.5")
            .replace("\"measurements\"", "\"kept\"")
            .replace("mixed_workload", "renamed");
    Path now = Files.writeString(folder.resolve("now.json"), slower);
    String found = json("compare", before, now);
    assertThat(tree(found).path("regressions")).isNotEmpty();
    assertFits("performance-comparison", found);
    assertFits("no-comparison", json("compare", "--baseline-lenient", "none", before));
  }

  @Test
  void histories() {
    for (int night = 0; night < 16; night++) {
      Path file =
          history.night("n" + night + ".json", night < 9 ? 100 + night : 150 + night, 50 + night);
      assertFits(
          "history-recorded",
          history
              .run(
                  "record",
                  file,
                  "--commit",
                  "c" + night,
                  "--time",
                  FIRST.plus(Duration.ofDays(night)),
                  "--format",
                  "json")
              .out());
    }
    Path policy =
        history.file(
            "policy.toml", "[[accepted]]\nbenchmark = \"*\"\nup_to = \"90%\"\nreason = \"x\"\n");
    String trend = history.run("trend", "--format", "json", "--policy", policy).out();
    assertThat(tree(trend).at("/series/0/changes")).isNotEmpty();
    assertFits("trend", trend);
    assertFits("trend", history.run("trend", "--format", "json", "--until", "2026-02-04").out());
    assertFits("history-runs", history.run("list", "--format", "json").out());
    assertFits("history-runs", history.run("check", "--max-age", "36h", "--format", "json").out());
    assertFits("history-run", history.run("show", "latest", "--format", "json").out());
  }

  @Test
  void baselines() {
    assertFits("baselines", json("baseline", "list", "--baselines", BASELINES));
  }

  @Test
  void warmUp() {
    Path file =
        new RowsFile()
            .row("p.A.first", "avgt", "us/op", RowsFile.forks(10, 3, 0.01))
            .write(folder.resolve("rows.json"));
    assertFits("steady", json("steady", file));
  }

  @Test
  void thisHost() {
    assertFits("doctor", json("doctor"));
  }

  @Test
  void plans() {
    assertFits("optimization", json("optimize", "fast_function"));
  }

  @Test
  void everySchemaIsListed() throws IOException {
    String readme = Files.readString(Schemas.FOLDER.resolve("README.md"));
    try (Stream<Path> files = Files.list(Schemas.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".json")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(readme).contains("(" + name + ")"));
    }
  }
}
