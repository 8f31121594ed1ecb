package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.schema.Schemas;
import io.amorsize.result.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluateCommandTest {

  @TempDir Path folder;

  private List<Object> evaluate(String what, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("evaluate", what));
    if (what.equals("null-table")) {
      arguments.addAll(List.of("-o", folder.resolve("table.json")));
    }
    arguments.addAll(List.of(more));
    return arguments;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "sequential", "nightly", "steady", "null-table"})
  void withoutRecordedBenchmarksItSaysWhereToNameThem(String what) {
    CommandFixture.run(evaluate(what).toArray())
        .refusesWith("name their folder with --data DIR or in the variable AMORSIZE_DATA");
    CommandFixture.runIn(Map.of("AMORSIZE_DATA", ""), evaluate(what).toArray())
        .refusesWith("name their folder with --data DIR or in the variable AMORSIZE_DATA");
    Path missing = folder.resolve("missing");
    CommandFixture.run(evaluate(what, "--data", missing).toArray())
        .refusesWith(missing + ": there is no such folder of recorded benchmarks");
    CommandFixture.runIn(Map.of("AMORSIZE_DATA", missing.toString()), evaluate(what).toArray())
        .refusesWith(missing + ": there is no such folder of recorded benchmarks");
    assertThat(folder.resolve("table.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rule", "sequential", "nightly", "steady"})
  void aFolderWithoutTheFilesIsTold(String what) {
    CommandFixture.run(evaluate(what, "--data", folder, "--quiet").toArray())
        .refusesWith(folder.toString());
  }

  @Test
  void saysWhatCanBeEvaluated() {
    CommandFixture help = CommandFixture.run("evaluate", "--help").exits(ExitCode.OK);
    assertThat(help.out()).contains("rule", "sequential", "nightly", "null-table");
    CommandFixture.run("evaluate").refusesWith("evaluate");
    CommandFixture.run("evaluate", "null-table").refusesWith("--output");
    CommandFixture.run("evaluate", "rule", "--help").exits(ExitCode.OK);
    CommandFixture.run("evaluate", "sequential", "--repetitions", "0")
        .refusesWith("--repetitions must be at least 1, is 0");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void scoresChangePointsOfPlayedNights() {
    Path output = folder.resolve("trends.json");
    Map<String, String> variables = Map.of("AMORSIZE_DATA", System.getenv("AMORSIZE_DATA"));
    CommandFixture.runIn(
            variables,
            evaluate("trends", "--repetitions", "1", "--quiet", "--format", "json", "-o", output)
                .toArray())
        .exits(ExitCode.OK);
    JsonNode json = JsonFile.readTree(output);
    Schemas.assertFitsItsOwn(json.toString());
    assertThat(json.get("offline")).hasSize(14);
    JsonNode quiet = json.at("/online/7");
    assertThat(quiet.get("noise").textValue()).isEqualTo("quiet machine (1 %)");
    assertThat(quiet.at("/planted/step_10/found/value").doubleValue()).isEqualTo(1);
    assertThat(quiet.at("/planted/step_10/delayNights").doubleValue()).isBetween(0.0, 5.0);
    assertThat(json.get("recorded")).hasSize(12);
    json.get("recorded")
        .forEach(
            found ->
                assertThat(found.get("kind").textValue())
                    .isEqualTo(found.get("expected").booleanValue() ? "change" : "environment"));
    assertThat(json.at("/milliseconds/nights10000").doubleValue()).isPositive();
    CommandFixture text =
        CommandFixture.runIn(
            variables, evaluate("trends", "--repetitions", "1", "--quiet").toArray());
    assertThat(text.exits(ExitCode.OK).out())
        .contains("recorded nights, all nights at once: found", "7-night median > 10 %")
        .contains("Next: another --seed plays other nights");
    assertThat(text.out().lines().filter(line -> !line.startsWith("io.prometheus")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void scoresRecordedNights() {
    Path output = folder.resolve("nightly.json");
    Map<String, String> variables = Map.of("AMORSIZE_DATA", System.getenv("AMORSIZE_DATA"));
    CommandFixture run =
        CommandFixture.runIn(
                variables, evaluate("nightly", "--format", "json", "-o", output).toArray())
            .exits(ExitCode.OK);
    assertThat(run.err()).startsWith("written to " + output);
    JsonNode json = JsonFile.readTree(output);
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.nightly-scores/1");
    assertThat(json.at("/tables/0/rows")).hasSize(12);
    assertThat(json.at("/tables/0/rows/0/nights compared").textValue())
        .isEqualTo("one commit, all pairs");
    CommandFixture quiet =
        CommandFixture.runIn(
                variables, evaluate("nightly", "--format", "markdown", "--quiet").toArray())
            .exits(ExitCode.OK);
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out()).contains(json.get("headline").textValue());
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void scoresTheWarmupOfRecordedForks() {
    Map<String, String> variables = Map.of("AMORSIZE_DATA", System.getenv("AMORSIZE_DATA"));
    assertTellsAndFits(variables, evaluate("steady"));
  }

  @Test
  void racesTheOptimizerOnOneWorkload() {
    assertTellsAndFits(Map.of(), evaluate("optimizer", "--quick", "--workload", "two_items"));
  }

  /** The document fits its schema, and the last line beside it says what to do next. */
  private void assertTellsAndFits(Map<String, String> variables, List<Object> arguments) {
    Path output = folder.resolve("scores.json");
    arguments.addAll(List.of("--format", "json", "-o", output));
    CommandFixture run = CommandFixture.runIn(variables, arguments.toArray()).exits(ExitCode.OK);
    assertThat(run.err().lines().toList()).last().asString().startsWith("Next: ").endsWith(".");
    Schemas.assertFitsItsOwn(JsonFile.readTree(output).toString());
  }
}
