package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.report.HealthReports;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.result.JsonFile;
import io.amorsize.result.PerformanceResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command on recorded forks. */
class SuiteCommandTest {

  @TempDir Path folder;

  private final RecordedSuites recorded = new RecordedSuites();

  private CommandFixture suite(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "suite",
                "--quick",
                "--workload",
                "(cpu|memory|fast).*",
                "--reports",
                folder.resolve("reports"),
                "--baselines",
                folder.resolve("baselines")));
    arguments.addAll(List.of(more));
    return CommandFixture.run(recorded::suite, arguments.toArray());
  }

  private Path lastRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
      return runs.sorted().reduce((first, last) -> last).orElseThrow();
    }
  }

  @Test
  void printsPlanPredictionMeasurementAndResult() throws IOException {
    CommandFixture run = suite().exits(ExitCode.OK);
    assertThat(run.out())
        .containsPattern("cpu_intensive +2 x 5 +1.90x +2.00x +[0-9.]+ to [0-9.]+ +9[45].. % +pass")
        .contains("Nothing was compared: there is no baseline 'main' in")
        .contains("3 passed, 0 failed, 0 could not be told.")
        .contains("Next: keep this as the baseline with 'baseline save main");
    assertThat(lastRun().resolve("report.md")).content().startsWith("## Amorsize suite");
    assertThat(PerformanceResultJson.read(lastRun().resolve("performance_results.json")))
        .hasSize(3);
  }

  @Test
  void withoutABaselineStrictSaysSo() {
    suite("--strict").exits(ExitCode.COULD_NOT_TELL);
  }

  @Test
  void comparesWithTheBaselineThatWasSaved() throws IOException {
    suite().exits(ExitCode.OK);
    CommandFixture.run(
            "baseline", "save", "main", lastRun(), "--baselines", folder.resolve("baselines"))
        .exits(ExitCode.OK);
    assertThat(suite().exits(ExitCode.OK).out())
        .contains("Compared with main: 0 worse, 0 better, 3 workloads unchanged.");
    recorded.micros(30_000, 15_000);
    Path saved = folder.resolve("slow.json");
    CommandFixture slower = suite("--save", saved);
    slower.exits(ExitCode.REGRESSION);
    assertThat(slower.outInOneLine())
        .contains("3 worse")
        .contains("cpu_intensive: regression: execution time changed by +50.0 %");
    suite("--fail-on", "never").exits(ExitCode.OK);
    JsonNode json = JsonFile.readTree(saved);
    assertThat(json.at("/cpu_intensive/regression_detected").booleanValue()).isTrue();
    assertThat(json.at("/cpu_intensive/passed").booleanValue()).isFalse();
  }

  @Test
  void aFailedForkIsNamedAndGivesItsOwnExitCode() {
    recorded.broken("Memory");
    CommandFixture failed = suite().exits(ExitCode.RUN_FAILED);
    assertThat(failed.outInOneLine())
        .containsPattern("memory_intensive +2 x 5 +1.90x +- +- +- +error")
        .contains("failed on purpose")
        .contains("2 passed, 1 failed");
  }

  @Test
  void aHostWithoutCoresIsNoFailure() {
    recorded.micros(10_000, 12_000).coreShare(0.5);
    CommandFixture run = suite().exits(ExitCode.OK);
    assertThat(run.out()).contains("unsure").contains("0 failed, 3 could not be told.");
    suite("--strict").exits(ExitCode.COULD_NOT_TELL);
    recorded.coreShare(1);
    suite().exits(ExitCode.REGRESSION);
  }

  @Test
  void showsTheAlternativeOfASerialPlan() {
    recorded.serialPlan().micros(10_000, 20_000);
    assertThat(suite().exits(ExitCode.OK).outInOneLine())
        .containsPattern("cpu_intensive +serial +1.00x +1.00x +- +100.0 %")
        .contains("the best parallel plan, 2 x 5, was predicted at 1.90x and");
  }

  @Test
  void writesTheResultsFileAsJson() {
    Path output = folder.resolve("out.json");
    CommandFixture run = suite("--format", "json", "-o", output).exits(ExitCode.OK);
    assertThat(run.out()).isEmpty();
    assertThat(PerformanceResultJson.read(output)).hasSize(3);
  }

  @Test
  void savesWhereAsked() {
    Path file = folder.resolve("a/results.json");
    suite("--save", file, "--no-validation").exits(ExitCode.OK);
    assertThat(PerformanceResultJson.read(file).get("cpu_intensive").benchmarkResult()).isEmpty();
  }

  @Test
  void validatesOneWorkload() {
    CommandFixture run =
        CommandFixture.run(recorded::suite, "validate", "cpu_intensive", "--quick");
    run.exits(ExitCode.OK);
    assertThat(run.out()).contains("cpu_intensive").contains("pass").contains("validate looks at");
    recorded.broken("Cpu");
    CommandFixture.run(recorded::suite, "validate", "cpu_intensive").exits(ExitCode.RUN_FAILED);
  }

  @Test
  void validatesInThisJvmAndSaysWhatThePredictionIsWorth() {
    Path output = folder.resolve("validated.json");
    CommandFixture.run(
        recorded::suite,
        "validate",
        "cpu_intensive",
        "--in-process",
        "--max-items",
        "100",
        "--quick",
        "--format",
        "json",
        "-o",
        output);
    JsonNode json = JsonFile.readTree(output).get("cpu_intensive");
    assertThat(json.at("/metadata/measured").textValue()).isEqualTo("in process");
    assertThat(json.at("/metadata/workload_size").intValue()).isEqualTo(100);
    assertThat(json.at("/benchmark_result/recommendations/0").textValue())
        .containsPattern("^(Excellent|Good|Fair|Poor): the prediction is [0-9.]+ % accurate; ");
    CommandFixture shown =
        CommandFixture.run(
            recorded::suite,
            "validate",
            "cpu_intensive",
            "--in-process",
            "--max-items",
            "100",
            "--quick");
    assertThat(shown.outInOneLine()).contains("- ").contains(": the prediction is ");
    CommandFixture.run("validate", "cpu_intensive", "--in-process", "--jvm-args", "-Xint")
        .refusesWith("--jvm-args is for forks");
  }

  @Test
  void saysNothingOfAHealthyHost() {
    assertThat(suite().exits(ExitCode.OK).err()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithTheHostAndJudgesTheSame() {
    CommandFixture healthy = suite();
    recorded.health(HealthReports.critical());
    CommandFixture sick = suite().exits(ExitCode.OK);
    assertThat(sick.err())
        .isEqualTo(
            """
            This host is not at its best ('doctor' shows all):
            - error: JIT compiler: interprets only (bar: compiles); leave out -Xint
              [interpreter-only]
            - warning: wake-up of a thread: 812 us (bar: 500 us); only passes of many times
              that length gain from threads [slow-wake-up]
            """);
    assertThat(table(sick)).isEqualTo(table(healthy));
    assertThat(suite("--quiet").exits(ExitCode.OK).err()).isEmpty();
  }

  private static List<String> table(CommandFixture run) {
    return run.out().lines().filter(line -> line.contains(" x 5 ")).toList();
  }
}
