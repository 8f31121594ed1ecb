package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.runner.RecordedSuites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRecordCommandTest {

  @TempDir Path folder;

  private HistoryFixture history;

  @BeforeEach
  void open() {
    history = new HistoryFixture(folder);
  }

  private JsonNode onlyRun() {
    JsonNode runs = history.run("list", "--format", "json").exits(ExitCode.OK).json().get("runs");
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  @Test
  void recordsWhatTheUserSaysOfARun() {
    Path night = history.night("night.json.gz", 10, 20);
    HistoryFixture.Said said =
        history
            .run(
                "record",
                night,
                "--commit",
                "d32fd12",
                "--branch",
                "main",
                "--label",
                "pool=a",
                "--label",
                "os=b",
                "--time",
                "2026-02-28T02:30:00Z",
                "--name",
                "nightly")
            .exits(ExitCode.OK);
    assertThat(said.inOneLine())
        .contains("new 2026-02-28 02:30 d32fd12 main 2 nightly")
        .contains("1 run recorded in ")
        .endsWith("Next: 'history trend' shows how each benchmark stands. ");
    JsonNode run = onlyRun();
    assertThat(run.get("commit").textValue()).isEqualTo("d32fd12");
    assertThat(run.get("branch").textValue()).isEqualTo("main");
    assertThat(run.get("labels").toString()).isEqualTo("{\"os\":\"b\",\"pool\":\"a\"}");
    assertThat(run.get("time").textValue()).isEqualTo("2026-02-28T02:30:00Z");
    assertThat(run.get("recorded").textValue()).isEqualTo(HistoryFixture.NOW.toString());
    assertThat(run.get("name").textValue()).isEqualTo("nightly");
    assertThat(run.get("rows").intValue()).isEqualTo(2);
    assertThat(run.has("environment")).isFalse();
  }

  @Test
  void recordsARunOnce() {
    Path night = history.night("night.json", 10, 20);
    history.run("record", night, "--commit", "aaaaaaa").exits(ExitCode.OK);
    HistoryFixture.Said again =
        history.run("record", night, "--commit", "bbbbbbb").exits(ExitCode.OK);
    assertThat(again.inOneLine())
        .contains("0 runs recorded in ")
        .contains("; 1 was there before, unchanged.")
        .contains(" stays what it was recorded as first; to change that, 'history delete ");
    assertThat(onlyRun().get("commit").textValue()).isEqualTo("aaaaaaa");
  }

  @Test
  void takesTheCommitFromTheCiSystem() {
    history = new HistoryFixture(folder, Map.of("GITHUB_SHA", "0123456", "GITHUB_REF_NAME", "dev"));
    history.run("record", history.night("n.json", 1, 2)).exits(ExitCode.OK);
    assertThat(onlyRun().get("commit").textValue()).isEqualTo("0123456");
    assertThat(onlyRun().get("branch").textValue()).isEqualTo("dev");
  }

  @Test
  void aNamedCommitIsNotOnTheBranchOfTheCiSystem() {
    history = new HistoryFixture(folder, Map.of("GITHUB_SHA", "0123456", "GITHUB_REF_NAME", "dev"));
    history.run("record", history.night("n.json", 1, 2), "--commit", "aaaaaaa").exits(ExitCode.OK);
    assertThat(onlyRun().get("commit").textValue()).isEqualTo("aaaaaaa");
    assertThat(onlyRun().has("branch")).isFalse();
  }

  @Test
  void saysWhatAMissingCommitCosts() {
    HistoryFixture.Said said =
        history.run("record", history.night("n.json", 1, 2)).exits(ExitCode.OK);
    assertThat(said.inOneLine())
        .contains("without a commit, nights of the same code are not known as such");
    assertThat(onlyRun().get("name").textValue()).isEqualTo("n");
  }

  @Test
  void thisMachineIsRecordedWhereTheUserSaysSo() {
    history.run("record", history.night("n.json", 1, 2), "--here").exits(ExitCode.OK);
    assertThat(onlyRun().at("/environment/cores").intValue()).isPositive();
  }

  @Test
  void takesEverythingThatASuiteLeavesBehind() throws IOException {
    Path reports = folder.resolve("reports");
    CommandFixture.run(
            new RecordedSuites()::suite,
            "suite",
            "--quick",
            "--workload",
            "fast.*",
            "--reports",
            reports,
            "--baselines",
            folder.resolve("baselines"))
        .exits(ExitCode.OK);
    Path run;
    try (Stream<Path> runs = Files.list(reports)) {
      run = runs.findFirst().orElseThrow();
    }
    history.run("record", run).exits(ExitCode.OK);
    JsonNode recorded = onlyRun();
    assertThat(recorded.get("results").intValue()).isEqualTo(1);
    assertThat(recorded.get("rows").intValue()).isPositive();
    assertThat(recorded.has("environment")).isTrue();
    assertThat(recorded.get("name").textValue()).isEqualTo(run.getFileName().toString());
    HistoryFixture.Said trend = history.run("trend").exits(ExitCode.OK);
    assertThat(trend.out()).contains("speedup in x; workloads", "regret in x; workloads");
    history.run("compare", "latest", "latest").exits(ExitCode.OK);
    assertThat(history.run("show").exits(ExitCode.OK).out()).contains("fast_function accuracy");
  }

  @Test
  void aBrokenFileLeavesNothingHalfRecorded() {
    Path good = history.night("good.json", 1, 2);
    history.run("record", good, history.file("bad.json", "[{")).refusesWith("bad.json: ");
    assertThat(history.place).doesNotExist();
    history
        .run("record", folder.resolve("none.json"))
        .refusesWith("there is no such file or folder");
    history.run("record", history.file("empty.json", "[]")).refusesWith("empty.json: ");
    history.run("record", good, "--time", "soon").refusesWith("'soon' is no time, such as");
    history.run("record").refusesWith("Missing required parameter");
  }
}
