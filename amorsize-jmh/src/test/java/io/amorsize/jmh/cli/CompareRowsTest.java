package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts on JMH rows, and the exit codes that they make. */
class CompareRowsTest {

  @TempDir Path folder;
  private Path base;

  @BeforeEach
  void writeBase() {
    base = two("base.json", 100, 200);
  }

  private Path two(String name, double parse, double print) {
    return new RowsFile()
        .row("org.acme.Json.parse", parse)
        .row("org.acme.Json.print", print)
        .write(folder.resolve(name));
  }

  private static JsonNode json(Object... arguments) throws IOException {
    Object[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--format";
    all[arguments.length + 1] = "json";
    return new ObjectMapper().readTree(CommandFixture.run(all).out());
  }

  @Test
  void unchangedRowsPass() throws IOException {
    CommandFixture run = CommandFixture.run("compare", base, two("same.json", 100.1, 200.1));
    assertThat(run.exits(ExitCode.OK).out())
        .startsWith("0 slower, 0 faster, 2 same, 0 cannot tell");
    assertThat(run.err()).isEmpty();
    CommandFixture.run("compare", base, base, "--strict").exits(ExitCode.OK);
  }

  @Test
  void aSlowerRowFails() throws IOException {
    Path slower = two("slower.json", 120, 200);
    CommandFixture run = CommandFixture.run("compare", base, slower).exits(ExitCode.REGRESSION);
    assertThat(run.out()).startsWith("1 slower, 0 faster, 1 same, 0 cannot tell");
    assertThat(run.out()).containsPattern("parse .*slower").doesNotContainPattern("print .*slower");
    JsonNode json = json("compare", "--baseline", base, "--current", slower);
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.comparison/1");
    assertThat(json.at("/summary/slower").intValue()).isEqualTo(1);
    assertThat(json.at("/rows/0/verdict").textValue()).isEqualTo("slower");
    assertThat(json.at("/rows/0/slowdown").doubleValue()).isBetween(1.19, 1.21);
    assertThat(json.at("/rows/1/verdict").textValue()).isEqualTo("same");
    assertThat(json.at("/settings/threshold").doubleValue()).isEqualTo(0.03);
  }

  @Test
  void aFasterRowPasses() throws IOException {
    Path faster = two("faster.json", 80, 200);
    CommandFixture.run("compare", base, faster, "--strict").exits(ExitCode.OK);
    assertThat(json("compare", base, faster).at("/rows/0/verdict").textValue()).isEqualTo("faster");
  }

  @Test
  void lessThroughputIsSlower() throws IOException {
    Path before = throughput("before.json", 120);
    Path after = throughput("after.json", 100);
    CommandFixture.run("compare", before, after).exits(ExitCode.REGRESSION);
    assertThat(json("compare", before, after).at("/rows/0/slowdown").doubleValue())
        .isBetween(1.19, 1.21);
    CommandFixture.run("compare", after, before).exits(ExitCode.OK);
  }

  private Path throughput(String name, double center) {
    return new RowsFile()
        .row("org.acme.Json.parse", "thrpt", "ops/s", RowsFile.forks(center, 5, 0.002))
        .write(folder.resolve(name));
  }

  @Test
  void modesThreadsAndParametersTellRowsApart() throws IOException {
    Path before = eachOnce("before.json", 1, 1, 1);
    Path after = eachOnce("after.json", 1.2, 1, 1);
    JsonNode rows = json("compare", before, after).get("rows");
    assertThat(rows.findValuesAsText("verdict")).containsExactly("slower", "same", "same");
    assertThat(rows.at("/1/params/size").textValue()).isEqualTo("10");
    assertThat(rows.at("/2/threads").intValue()).isEqualTo(4);
  }

  private Path eachOnce(String name, double first, double second, double third) {
    return new RowsFile()
        .row("org.acme.Json.parse", 100 * first)
        .row("org.acme.Json.parse", 100 * second)
        .param("size", "10")
        .row("org.acme.Json.parse", 100 * third)
        .threads(4)
        .write(folder.resolve(name));
  }

  @Test
  void failOnChoosesWhatFails() {
    Path slower = two("slower.json", 120, 200);
    CommandFixture.run("compare", base, slower, "--fail-on", "never").exits(ExitCode.OK);
    CommandFixture.run("compare", base, slower, "--fail-on", "suspect").exits(ExitCode.REGRESSION);
    CommandFixture.run("compare", base, base, "--fail-on", "suspect").exits(ExitCode.OK);
  }

  @Test
  void aSuspectFailsOnlyWhereThatIsWanted() throws IOException {
    Path before = many("before.json", 100);
    Path after = many("after.json", 115);
    JsonNode json = json("compare", before, after, "--fdr", "0.000001");
    assertThat(json.at("/rows/0/suspect").booleanValue()).isTrue();
    assertThat(json.at("/rows/0/verdict").textValue()).isEqualTo("inconclusive");
    assertThat(json.at("/summary/slower").intValue()).isZero();
    CommandFixture.run("compare", before, after, "--fdr", "0.000001").exits(ExitCode.OK);
    CommandFixture.run("compare", before, after, "--fdr", "0.000001", "--strict")
        .exits(ExitCode.COULD_NOT_TELL);
    CommandFixture.run("compare", before, after, "--fdr", "0.000001", "--fail-on", "suspect")
        .exits(ExitCode.REGRESSION);
  }

  /** One row that may have moved among thirty that did not. */
  private Path many(String name, double center) {
    RowsFile file =
        new RowsFile().row("org.acme.Moved.run", "avgt", "us/op", RowsFile.forks(center, 5, 0.03));
    for (int i = 0; i < 30; i++) {
      file.row("org.acme.Still.run" + i, 100 + i);
    }
    return file.write(folder.resolve(name));
  }

  @Test
  void strictTellsWhatCannotBeTold() {
    Path noisy =
        new RowsFile()
            .row("org.acme.Json.parse", "avgt", "us/op", RowsFile.forks(100, 5, 0.3))
            .row("org.acme.Json.print", 200)
            .write(folder.resolve("noisy.json"));
    CommandFixture.run("compare", base, noisy).exits(ExitCode.OK);
    CommandFixture.run("compare", base, noisy, "--strict").exits(ExitCode.COULD_NOT_TELL);
  }

  @Test
  void strictTellsMissingRowsAndNotNewOnes() {
    Path one = new RowsFile().row("org.acme.Json.parse", 100).write(folder.resolve("one.json"));
    CommandFixture missing = CommandFixture.run("compare", base, one).exits(ExitCode.OK);
    assertThat(missing.out()).contains("1 row missing", "Missing, only in the base:");
    CommandFixture.run("compare", base, one, "--strict").exits(ExitCode.COULD_NOT_TELL);
    assertThat(CommandFixture.run("compare", one, base, "--strict").exits(ExitCode.OK).out())
        .contains("1 row new");
  }

  @Test
  void anotherJdkMakesVerdictsAdvice() {
    Path slower =
        new RowsFile()
            .jdk("21.0.2")
            .row("org.acme.Json.parse", 120)
            .row("org.acme.Json.print", 200)
            .write(folder.resolve("slower.json"));
    CommandFixture run = CommandFixture.run("compare", base, slower).exits(ExitCode.OK);
    assertThat(run.out()).contains("1 slower", "this is advice only");
    assertThat(run.out().indexOf("the JDK differs in 2 of 2 rows"))
        .isBetween(0, run.out().indexOf("All rows:"));
    CommandFixture.run("compare", base, slower, "--strict").exits(ExitCode.COULD_NOT_TELL);
    CommandFixture judged =
        CommandFixture.run("compare", base, slower, "--ignore-environment")
            .exits(ExitCode.REGRESSION);
    assertThat(judged.outInOneLine()).contains("the JDK differs").doesNotContain("advice only.");
  }

  @Test
  void anUpdateOfTheJdkIsNoOtherJdk() {
    Path slower =
        new RowsFile()
            .jdk("17.0.12")
            .row("org.acme.Json.parse", 120)
            .row("org.acme.Json.print", 200)
            .write(folder.resolve("slower.json"));
    CommandFixture.run("compare", base, slower).exits(ExitCode.REGRESSION);
  }

  @Test
  void withoutACommonRowNothingIsCompared() {
    Path other = new RowsFile().row("org.acme.Xml.parse", 1).write(folder.resolve("other.json"));
    CommandFixture run = CommandFixture.run("compare", base, other).exits(ExitCode.OK);
    assertThat(run.outInOneLine())
        .contains("The sides have no row in common, so nothing was compared");
    CommandFixture.run("compare", base, other, "--strict").exits(ExitCode.COULD_NOT_TELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"25%", "0.25", "1.25x"})
  void aThresholdIsWrittenInThreeForms(String threshold) throws IOException {
    Path slower = two("slower.json", 120, 200);
    CommandFixture.run("compare", base, slower, "--threshold", threshold).exits(ExitCode.OK);
    CommandFixture.run("compare", base, two("much.json", 130, 200), "--threshold", threshold)
        .exits(ExitCode.REGRESSION);
    assertThat(
            json("compare", base, slower, "--threshold", threshold)
                .at("/settings/threshold")
                .doubleValue())
        .isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threshold", "--margin", "--fdr"})
  void aBareNumberOfOneOrMoreIsNoShare(String option) {
    CommandFixture.run("compare", base, base, option, "5")
        .refusesWith("'5' is not a threshold between 0 and 100 %");
  }

  @Test
  void marginAndRateReachTheRule() throws IOException {
    JsonNode settings =
        json("compare", base, base, "--margin", "8%", "--fdr", "0.01").get("settings");
    assertThat(settings.get("margin").doubleValue()).isEqualTo(0.08);
    assertThat(settings.get("fdr").doubleValue()).isEqualTo(0.01);
  }
}
