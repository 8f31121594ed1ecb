package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class SteadyCommandTest {

  private static final int LENGTH = 200;

  @TempDir Path folder;

  /** Forks that take half as long again at first. */
  private static double[][] forks(int length, int... starts) {
    Random random = new Random(5);
    double[][] forks = new double[starts.length][length];
    for (int i = 0; i < starts.length; i++) {
      for (int k = 0; k < length; k++) {
        forks[i][k] = (k < starts[i] ? 150 : 100) * Math.exp(0.01 * random.nextGaussian());
      }
    }
    return forks;
  }

  private static double[][] without(double[][] forks, int count) {
    double[][] shorter = new double[forks.length][];
    for (int i = 0; i < forks.length; i++) {
      shorter[i] = java.util.Arrays.copyOfRange(forks[i], count, forks[i].length);
    }
    return shorter;
  }

  private Path file(String name, RowsFile rows) {
    return rows.write(folder.resolve(name));
  }

  private Path warming(String name) {
    return file(
        name,
        new RowsFile()
            .row("org.acme.B.z", "avgt", "us/op", forks(LENGTH, 30, 40, 20, 35))
            .row("org.acme.B.a", "avgt", "us/op", forks(LENGTH, 0, 0, 0, 0)));
  }

  private static JsonNode json(CommandFixture run) throws IOException {
    return new ObjectMapper().readTree(run.exits(ExitCode.OK).out());
  }

  @Test
  void jsonIsTheContractsInTheOrderOfTheFile() throws IOException {
    JsonNode json = json(CommandFixture.run("steady", warming("w.json"), "--format", "json"));
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.steady/1");
    assertThat(json.at("/rows/0/benchmark").textValue()).isEqualTo("org.acme.B.z");
    assertThat(json.at("/rows/1/benchmark").textValue()).isEqualTo("org.acme.B.a");
    assertThat(json.at("/rows/0/params").isObject()).isTrue();
    assertThat(json.at("/rows/0/mode").textValue()).isEqualTo("avgt");
    JsonNode fork = json.at("/rows/0/forks/1");
    assertThat(fork.fieldNames())
        .toIterable()
        .containsExactly("steady", "startIteration", "startSeconds", "segments");
    assertThat(fork.get("steady").booleanValue()).isTrue();
    assertThat(fork.get("startIteration").intValue()).isBetween(38, 40);
    JsonNode segments = fork.get("segments");
    assertThat(segments.get(0).get("from").intValue()).isZero();
    assertThat(segments.get(segments.size() - 1).get("to").intValue()).isEqualTo(LENGTH - 1);
    assertThat(segments.get(0).get("mean").doubleValue()).isBetween(145.0, 155.0);
  }

  @Test
  void whatNeverSettlesOrIsTooShortIsNull() throws IOException {
    Path path =
        file(
            "n.json",
            new RowsFile()
                .row("a.B.falls", "avgt", "us/op", forks(LENGTH, 195))
                .row("a.B.few", "avgt", "us/op", forks(8, 2)));
    JsonNode json = json(CommandFixture.run("steady", path, "--format", "json"));
    assertThat(json.at("/rows/0/forks/0/steady").isBoolean()).isTrue();
    assertThat(json.at("/rows/0/forks/0/steady").booleanValue()).isFalse();
    assertThat(json.at("/rows/0/forks/0/startIteration").isNull()).isTrue();
    assertThat(json.at("/rows/0/forks/0/startSeconds").isNull()).isTrue();
    assertThat(json.at("/rows/1/forks/0/steady").isNull()).isTrue();
    assertThat(json.at("/rows/1/forks/0/segments")).isEmpty();
    assertThat(CommandFixture.run("steady", path).exits(ExitCode.OK).outInOneLine())
        .contains("0 of 2 forks settle, 1 is too short to tell");
  }

  @Test
  void theTextIsAtMostAsWideAsTheTerminalInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      CommandFixture run = CommandFixture.run("steady", warming("w.json"), "--forks");
      assertThat(run.exits(ExitCode.OK).out().lines()).allMatch(line -> line.length() <= 80);
      assertThat(run.out()).contains("8 of 8 forks settle").doesNotContain(",0 %");
      assertThat(run.outInOneLine()).contains("in 1 row the warm-up moves the mean by 5 % or more");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theWarmupBesideAResultIsFound() throws IOException {
    double[][] all = forks(LENGTH, 30, 30, 30);
    file("r.warmup.json", new RowsFile().row("a.B.m", "avgt", "us/op", all));
    Path result = file("r.json", new RowsFile().row("a.B.m", "avgt", "us/op", without(all, 5)));
    // The file says that 5 warm-up iterations were run: 25 of 195 are warm-up all the same.
    CommandFixture run = CommandFixture.run("steady", result, "--format", "csv").exits(ExitCode.OK);
    String[] cells = run.out().lines().skip(1).findFirst().orElseThrow().split(",");
    assertThat(cells[5]).isEqualTo("" + LENGTH);
    assertThat(Integer.parseInt(cells[7])).isBetween(28, 30);
    assertThat(cells[10]).isEqualTo("5");
    assertThat(Double.parseDouble(cells[11])).isBetween(0.055, 0.070);
    assertThat(
            CommandFixture.run("steady", folder.resolve("r.warmup.json"), "--format", "csv").out())
        .isEqualTo(run.out());
    assertThat(CommandFixture.run("steady", folder, "--format", "csv").out()).isEqualTo(run.out());
    String chosen = CommandFixture.run("steady", result, "--warmup", "30", "--format", "csv").out();
    assertThat(chosen.lines().skip(1).findFirst().orElseThrow()).endsWith(",30,0.0");
  }

  @Test
  void aWarmupThatWasNotKeptIsTold() {
    assertThat(CommandFixture.run("steady", warming("w.json")).outInOneLine())
        .contains("the warm-up was not kept, so iteration 0 is the first one measured");
  }

  @Test
  void markdownHasTheSameRows() {
    assertThat(CommandFixture.run("steady", warming("w.json"), "--format", "markdown").out())
        .startsWith("## Warm-up of")
        .contains("| B.z |", "| B.a |");
  }

  @Test
  void wrongArgumentsAreOneSentence() throws IOException {
    Path path = warming("w.json");
    CommandFixture.run("steady").refusesWith("RESULT");
    CommandFixture.run("steady", folder.resolve("no.json")).refusesWith("there is no such file");
    CommandFixture.run("steady", folder).refusesWith("holds no file *.warmup.json; name one file");
    CommandFixture.run("steady", path, "--warmup", "-1")
        .refusesWith("--warmup must be at least 0, is -1");
    CommandFixture.run("steady", path, "--include", "no.*")
        .refusesWith("no benchmark matches --include no.*");
    CommandFixture.run("steady", path, "--format", "junit").refusesWith("--format junit");
    Path broken = Files.writeString(folder.resolve("b.json"), "[{");
    CommandFixture.run("steady", broken).refusesWith("b.json");
  }

  @Test
  void compareLeavesOutWhatSteadyFinds() {
    Path warm = file("a.json", new RowsFile().row("a.B.m", "avgt", "us/op", forks(60, 0, 0, 0, 0)));
    Path cold =
        file("b.json", new RowsFile().row("a.B.m", "avgt", "us/op", forks(60, 20, 20, 20, 20)));
    CommandFixture asItIs = CommandFixture.run("compare", warm, cold).exits(ExitCode.REGRESSION);
    assertThat(asItIs.outInOneLine()).contains("warm up during the measured iterations");
    CommandFixture skipped = CommandFixture.run("compare", warm, cold, "--skip-warmup", "auto");
    assertThat(skipped.exits(ExitCode.OK).outInOneLine()).contains("0 slower, 0 faster, 1 same");
    CommandFixture.run("compare", warm, cold, "--skip-warmup", "some")
        .refusesWith("--skip-warmup must be a number of iterations or auto, is some");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder of recorded benchmarks")
  void evaluateSteadyMeetsItsTargets() throws IOException {
    CommandFixture run =
        CommandFixture.run(
            "evaluate", "steady", "--data", System.getenv("AMORSIZE_DATA"), "--format", "json");
    JsonNode ours = json(run).at("/tables/0/rows/0");
    assertThat(ours.get("method").textValue()).isEqualTo("steady");
    assertThat(Double.parseDouble(ours.get("balanced").textValue())).isGreaterThanOrEqualTo(85);
    assertThat(Double.parseDouble(ours.get("error, s").textValue())).isLessThanOrEqualTo(5);
  }
}
