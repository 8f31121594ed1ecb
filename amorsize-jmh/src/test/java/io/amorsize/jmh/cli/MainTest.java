package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.build.BuildFailedException;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.result.JsonFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private static final String RESULT =
      """
      {"%s": {"workload_name": "%s",
        "optimizer_result": {"n_jobs": 2, "chunksize": 8, "estimated_speedup": 1.9,
          "executor_type": "process", "reason": "", "warnings": []},
        "benchmark_result": {"serial_time": 0.02, "parallel_time": %s, "actual_speedup": %s,
          "predicted_speedup": 1.9, "accuracy_percent": 97.0, "error_percent": 1.0,
          "recommendations": []},
        "passed": true, "regression_detected": false, "issues": [], "metadata": {}}}
      """;

  @TempDir Path folder;

  private Path result(String name, double parallelSeconds, double speedup) throws IOException {
    Path file = folder.resolve(name);
    return Files.writeString(file, RESULT.formatted("cpu", "cpu", parallelSeconds, speedup));
  }

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "suite, false",
    "compare, false",
    "baseline, false",
    "doctor, false",
    "--help, false",
    "--version, false",
    "--quick, false",
    "--baseline=main, false",
    "--format, false",
    "-h, true",
    "-l, true",
    "Cpu.*, true",
    "-f, true",
    "jmh, true",
    "suites, true",
    "--no-such-option, true",
  })
  void sendsOnlyWhatIsNotOursToJmh(String first, boolean jmh) {
    assertThat(Main.isForJmh(first.isEmpty() ? List.of() : List.of(first))).isEqualTo(jmh);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suite",
        "compare",
        "optimize",
        "validate",
        "doctor",
        "baseline",
        "baseline save",
        "baseline list",
        "baseline show"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    String[] words = (command + " --help").split(" ");
    CommandFixture help = CommandFixture.run((Object[]) words).exits(ExitCode.OK);
    assertThat(help.out()).contains("Example: java -jar benchmarks.jar " + command);
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void showsItsVersionAndItsCommands() {
    assertThat(CommandFixture.run("--version").exits(ExitCode.OK).out()).startsWith("amorsize ");
    assertThat(CommandFixture.run("--help").exits(ExitCode.OK).out()).contains("suite", "compare");
  }

  @Test
  void comparesTwoResults() throws IOException {
    Path base = result("base.json", 0.0105, 1.9);
    Path slower = result("slower.json", 0.0158, 1.27);
    CommandFixture same = CommandFixture.run("compare", base, base).exits(ExitCode.OK);
    assertThat(same.out()).contains("0 worse, 0 better, 1 workload unchanged.");
    CommandFixture worse = CommandFixture.run("compare", base, slower).exits(ExitCode.REGRESSION);
    assertThat(worse.out())
        .contains("cpu       speedup            1.90x    1.27x  -33.2 %  -")
        .contains("cpu       execution time   10.5 ms  15.8 ms  +50.5 %  -");
    assertThat(worse.out().lines()).allMatch(line -> line.length() <= 80);
    CommandFixture.run("--baseline", "x").exits(ExitCode.USAGE);
    CommandFixture.run("compare", "--baseline", base, "--current", slower)
        .exits(ExitCode.REGRESSION);
    CommandFixture.run("compare", "--baseline", base, slower).exits(ExitCode.REGRESSION);
    CommandFixture.run("compare", base, slower, "--fail-on", "never").exits(ExitCode.OK);
    CommandFixture.run("compare", base, slower, "--threshold", "60%").exits(ExitCode.OK);
  }

  @Test
  void writesTheDocumentedJson() throws IOException {
    Path base = result("base.json", 0.0105, 1.9);
    Path slower = result("slower.json", 0.0158, 1.27);
    Path output = folder.resolve("comparison.json");
    CommandFixture run =
        CommandFixture.run("compare", base, slower, "--format", "json", "-o", output)
            .exits(ExitCode.REGRESSION);
    assertThat(run.out()).isEmpty();
    JsonNode json = JsonFile.readTree(output);
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.performance-comparison/1");
    JsonNode regression = json.at("/regressions/0");
    assertThat(regression.get("workload").textValue()).isEqualTo("cpu");
    assertThat(regression.get("metric").textValue()).isEqualTo("speedup");
    assertThat(regression.get("baseline_speedup").doubleValue()).isEqualTo(1.9);
    assertThat(regression.get("current_speedup").doubleValue()).isEqualTo(1.27);
    assertThat(regression.get("change_percent").doubleValue()).isNegative();
    assertThat(regression.get("q").isNull()).isTrue();
    assertThat(json.at("/regressions/1/baseline_execution_time_seconds").doubleValue())
        .isEqualTo(0.0105);
    assertThat(json.get("improvements")).isEmpty();
    assertThat(json.at("/findings/0/code").textValue()).isEqualTo("environment-unknown");
  }

  @Test
  void writesMarkdown() throws IOException {
    Path base = result("base.json", 0.0105, 1.9);
    assertThat(CommandFixture.run("compare", base, base, "--format", "markdown").out())
        .startsWith("## Workloads: ");
  }

  @Test
  void strictTellsWhatCouldNotBeCompared() throws IOException {
    Path base = result("base.json", 0.0105, 1.9);
    Path other = folder.resolve("other.json");
    Files.writeString(other, RESULT.formatted("io", "io", 0.01, 2.0));
    CommandFixture.run("compare", base, other).exits(ExitCode.OK);
    CommandFixture.run("compare", base, other, "--strict").exits(ExitCode.COULD_NOT_TELL);
  }

  @Test
  void keepsBaselines() throws IOException {
    Path base = result("base.json", 0.0105, 1.9);
    Path store = folder.resolve("baselines");
    assertThat(CommandFixture.run("baseline", "list", "--baselines", store).out())
        .contains("0 baselines");
    CommandFixture.run("baseline", "save", "main", base, "--baselines", store).exits(ExitCode.OK);
    assertThat(CommandFixture.run("baseline", "list", "--baselines", store).out())
        .contains("1 baseline in")
        .contains("main");
    assertThat(
            CommandFixture.run("baseline", "list", "--baselines", store, "--format", "json").out())
        .contains("\"schema\" : \"amorsize.baselines/1\"");
    assertThat(CommandFixture.run("baseline", "show", "main", "--baselines", store).out())
        .contains("cpu")
        .contains("1.90x");
    CommandFixture.run("compare", "main", base, "--baselines", store).exits(ExitCode.OK);
    CommandFixture.run("compare", store.resolve("main"), base).exits(ExitCode.OK);
    CommandFixture.run("compare", "none", base, "--baselines", store)
        .refusesWith("none: there is no such file, and no such baseline in " + store);
  }

  @Test
  void planningShowsWhatWouldRun() {
    CommandFixture dry = CommandFixture.run("suite", "--dry-run", "--quick").exits(ExitCode.OK);
    assertThat(dry.out()).contains("cpu_intensive").contains("nothing was run");
    assertThat(CommandFixture.run("--dry-run", "--format", "json").exits(ExitCode.OK).out())
        .contains("\"expected_seconds\"");
  }

  @Test
  void refusesBadInputInOneSentence() throws IOException {
    Path good = result("good.json", 0.01, 2);
    Path missing = folder.resolve("missing.json");
    Path empty = Files.createFile(folder.resolve("empty.json"));
    Path other = Files.writeString(folder.resolve("other.json"), "[1, 2]");
    CommandFixture.run("compare", good, missing).refusesWith("there is no such file");
    CommandFixture.run("compare", good, empty).refusesWith("the file is empty");
    CommandFixture.run("compare", good, other).refusesWith("as JMH writes it");
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    CommandFixture.run("compare", good, nothing).refusesWith("no JMH result");
    CommandFixture.run("compare", good).refusesWith("CURRENT is missing");
    CommandFixture.run("compare", good, good, "--threshold", "abc").refusesWith("'abc' is not");
    CommandFixture.run("compare", good, good, "--threshold", "-1").refusesWith("'-1' is not");
    CommandFixture.run("compare", good, good, "--format", "xml").refusesWith("xml");
    CommandFixture.run("compare", good, good, "--nonsense").refusesWith("--nonsense");
    CommandFixture.run("compare", good, good, "-o", folder).refusesWith("it is a folder");
    CommandFixture.run("optimize", "nothing").refusesWith("there is no workload 'nothing'");
    CommandFixture.run("validate", "nothing").refusesWith("there is no workload 'nothing'");
    CommandFixture.run("suite", "--workload", "zzz").refusesWith("matches none of cpu_intensive");
    CommandFixture.run("suite", "--workload", "(").refusesWith("is not a regular expression");
    CommandFixture.run("suite", "--baseline", "zzz").refusesWith("no such baseline");
    CommandFixture.run("suite", "--max-items", "0").refusesWith("--max-items must be at least 1");
    CommandFixture.run("suite", "--workloads", missing).refusesWith("there is no such jar");
    CommandFixture.run(
            new RecordedSuites()::suite, "suite", "--save", folder, "--workload", "fast_function")
        .refusesWith("it is a folder");
    CommandFixture.run("baseline").refusesWith("say what to do");
    CommandFixture.run("baseline", "save", "a/b", good).refusesWith("cannot be a baseline's name");
  }

  @Test
  void namesOfFilesCannotActOnTheTerminal() throws IOException {
    Path base = folder.resolve("base.json");
    Files.writeString(base, RESULT.formatted("cpu\\u001b[2J<b>", "x", 0.01, 2.0));
    assertThat(CommandFixture.run("compare", base, base).out()).doesNotContain("\u001b");
  }

  @Test
  void exitCodesAreRanked() {
    assertThat(ExitCode.of(true, true, true)).isEqualTo(ExitCode.RUN_FAILED);
    assertThat(ExitCode.of(false, true, true)).isEqualTo(ExitCode.REGRESSION);
    assertThat(ExitCode.of(false, false, true)).isEqualTo(ExitCode.COULD_NOT_TELL);
    assertThat(ExitCode.of(false, false, false)).isEqualTo(ExitCode.OK);
    assertThat(ExitCode.USAGE.value()).isEqualTo(2);
  }

  @Test
  void saveNamesAreFilledIn() {
    var now = java.time.LocalDateTime.of(2026, 1, 31, 23, 59, 5);
    assertThat(SaveName.fill("a_{timestamp}_{date}.json", now))
        .hasToString("a_20260131_235905_20260131.json");
    assertThat(SaveName.fill("{host}_{version}.json", now).toString())
        .matches("[A-Za-z0-9._-]+\\.json");
  }

  @Test
  void aFailedBuildIsAFailedRunAndItsOutputIsShownCleaned() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, Terminal.Watched.NONE, 80, Map.of());
    int exitCode =
        Main.failed(
            terminal,
            new BuildFailedException(
                "the build of 1a2b3c4 failed", "1a2b3c4", 1, List.of("one", "\u001b[2Jtwo")));
    assertThat(exitCode).isEqualTo(ExitCode.RUN_FAILED.value());
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("amorsize: the build of 1a2b3c4 failed", "  one", "  \uFFFD[2Jtwo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "history list --histori jdbc:postgresql://h/d?password=hunter2",
        "history list jdbc:postgresql://ann:hunter2@h/d",
        "nightly jdbc:postgresql://h/d?password=hunter2",
        "history list --history jdbc:postgresql://127.0.0.1:1/d?password=hunter2",
      })
  void noMessageRepeatsAPassword(String command) {
    CommandFixture run = CommandFixture.run((Object[]) command.split(" ")).exits(ExitCode.USAGE);
    assertThat(run.err()).isNotEmpty().doesNotContain("hunter2");
    assertThat(run.out()).isEmpty();
  }
}
