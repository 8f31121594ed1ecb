package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportCommandTest {

  @TempDir Path folder;

  private HistoryFixture history;
  private Path old;

  @BeforeEach
  void open() throws IOException {
    history = new HistoryFixture(folder);
    old = Files.createDirectories(folder.resolve("old"));
  }

  private List<JsonNode> runs() {
    List<JsonNode> runs = new ArrayList<>();
    history
        .run("list", "--format", "json")
        .exits(ExitCode.OK)
        .json()
        .get("runs")
        .forEach(runs::add);
    return runs;
  }

  @Test
  void takesTimeAndCommitFromTheNamesOfFiles() throws IOException {
    history.night("old/2026-01-26-d32fd12.json.gz", 10, 20);
    history.night("old/2026-01-27-d32fd12.json", 11, 21);
    Files.writeString(old.resolve("README.md"), "no result");
    Files.writeString(old.resolve("x.warmup.json"), "[]");
    HistoryFixture.Said said = history.run("import", old, "--branch", "main").exits(ExitCode.OK);
    assertThat(said.inOneLine()).contains("2 runs recorded in ");
    assertThat(runs())
        .extracting(run -> run.get("time").textValue())
        .containsExactly("2026-01-26T00:00:00Z", "2026-01-27T00:00:00Z");
    assertThat(runs())
        .allSatisfy(
            run -> {
              assertThat(run.get("commit").textValue()).isEqualTo("d32fd12");
              assertThat(run.get("branch").textValue()).isEqualTo("main");
            });
    assertThat(history.run("import", old).exits(ExitCode.OK).inOneLine())
        .contains("0 runs recorded")
        .contains("2 were there before, unchanged");
  }

  @Test
  void otherwiseTheFileSaysWhenItWasWritten() throws IOException {
    Path file = history.night("old/night.json", 10, 20);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));
    history.run("import", file).exits(ExitCode.OK);
    assertThat(runs().get(0).get("time").textValue()).isEqualTo("2026-02-03T04:05:06Z");
    assertThat(runs().get(0).has("commit")).isFalse();
  }

  @Test
  void whatCannotBeReadDoesNotHoldUpTheRest() {
    history.night("old/2026-01-26-d32fd12.json", 10, 20);
    history.file("old/2026-01-27-d32fd12.json", "[{");
    HistoryFixture.Said said = history.run("import", old).exits(ExitCode.USAGE);
    assertThat(said.inOneLine())
        .contains("1 run recorded in ")
        .contains("2026-01-27-d32fd12.json: ")
        .contains("Next: look at the files that could not be read");
    assertThat(runs()).hasSize(1);
  }

  @Test
  void refusesWhatIsNotThere() {
    history.run("import", folder.resolve("none")).refusesWith("there is no such file or folder");
    history.run("import", old).refusesWith("this folder holds no file named *.json");
  }

  @Test
  void whatIsExportedComesBackExactly() throws IOException {
    history.night("old/2026-01-26-d32fd12.json", 10, 20);
    history.night("old/2026-01-27-abcdef0.json", 11, 21);
    history.run("import", old, "--label", "k=v").exits(ExitCode.OK);
    Path lines = folder.resolve("history.jsonl.gz");
    assertThat(history.run("export", "--jsonl", "-o", lines).exits(ExitCode.OK).err())
        .contains("2 runs written to ");
    String before = history.run("export").exits(ExitCode.OK).out();
    assertThat(before.lines()).hasSize(2);
    Path other = Files.createDirectories(folder.resolve("other"));
    HistoryFixture copy = new HistoryFixture(other);
    copy.run("import", lines).exits(ExitCode.OK);
    assertThat(copy.run("export").exits(ExitCode.OK).out()).isEqualTo(before);
    assertThat(copy.run("import", lines).exits(ExitCode.OK).inOneLine())
        .contains("2 were there before, unchanged");
  }

  @Test
  void aFolderOfExportsGrowsByItsNewRuns() throws IOException {
    history.night("old/2026-01-26-d32fd12.json", 10, 20);
    history.run("import", old).exits(ExitCode.OK);
    Path branch = folder.resolve("branch");
    history.run("export", "--folder", branch).exits(ExitCode.OK);
    history.night("old/2026-01-27-abcdef0.json", 11, 21);
    history.run("import", old).exits(ExitCode.OK);
    assertThat(history.run("export", "--folder", branch).exits(ExitCode.OK).err())
        .contains("1 run written to ");
    try (var files = Files.list(branch)) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .satisfiesExactly(
              name -> assertThat(name).matches("2026-01-26-d32fd12-[0-9a-f]{10}\\.jsonl"),
              name -> assertThat(name).matches("2026-01-27-abcdef0-[0-9a-f]{10}\\.jsonl"));
    }
    HistoryFixture copy = new HistoryFixture(Files.createDirectories(folder.resolve("other")));
    copy.run("import", branch).exits(ExitCode.OK);
    assertThat(copy.run("export").out()).isEqualTo(history.run("export").out());
    history.run("export", "--folder", branch, "-o", branch).refusesWith("exclude each other");
  }

  @Test
  void aLineThatWasChangedIsTold() {
    history.night("old/2026-01-26-d32fd12.json", 10, 20);
    history.run("import", old).exits(ExitCode.OK);
    String line = history.run("export").out().replaceFirst("\"score\":1", "\"score\":2");
    Path changed = history.file("changed.jsonl", line);
    assertThat(history.run("import", changed).exits(ExitCode.USAGE).inOneLine())
        .contains("changed.jsonl, line 1: hash is not that of the numbers in this line");
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "no folder of recorded nights is named in AMORSIZE_DATA")
  void recordedNightsAreImportedAndTheirTrendsPrint() {
    Path nights = Path.of(System.getenv("AMORSIZE_DATA"), "jmh-json", "nightly");
    history.run("import", nights, "--quiet").exits(ExitCode.OK);
    assertThat(runs()).hasSize(104);
    HistoryFixture.Said trend = history.run("trend").exits(ExitCode.OK);
    ShownBlock.TREND.requireLettersAtTheStart(trend.out());
    assertThat(trend.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(trend.inOneLine())
        .contains("type 1 (79), type 2 (15), type 3 (9), type 4 (1); 1 night does not count")
        .contains("12 changes of level: 4 worse, 5 better, 3 by the environment; perhaps 1 more.");
    String one =
        history.run("trend", "--include", "*openTelemetryClassic").exits(ExitCode.OK).inOneLine();
    assertThat(one).contains("type 3 (9)").contains("openTelemetryClassic faster (-11.0 %)");
  }
}
