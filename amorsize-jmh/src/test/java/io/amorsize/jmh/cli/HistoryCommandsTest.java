package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a history of eight nights: three commits, and a step of 30 % in the last night. */
class HistoryCommandsTest {

  private static final double[] TIMES = {100, 100.4, 100.2, 99.8, 100.1, 99.7, 100.3, 130};

  @TempDir Path folder;

  private HistoryFixture history;

  @BeforeEach
  void record() {
    history = new HistoryFixture(folder);
    for (int night = 0; night < TIMES.length; night++) {
      Path file = history.night("n" + night + ".json", TIMES[night], 50 + 0.01 * night);
      history
          .run(
              "record",
              file,
              "--commit",
              "" + "abc".charAt(night / 3) + "00000" + night / 3,
              "--branch",
              night == 1 ? "dev" : "main",
              "--time",
              "2026-02-2" + night + "T02:00:00Z")
          .exits(ExitCode.OK);
    }
  }

  @Test
  void aFilterThatMatchesNothingSaysSo() {
    assertThat(history.run("trend", "--branch", "none").exits(ExitCode.OK).inOneLine())
        .contains("No series matches in 0 nights.");
    assertThat(history.run("list", "--branch", "none").exits(ExitCode.OK).inOneLine())
        .contains("0 runs that match in ");
    history.run("show", "--branch", "none").refusesWith("the history holds no run that matches");
  }

  @ParameterizedTest
  @CsvSource({
    "--branch=dev, 1",
    "--commit=a000, 3",
    "--since=2026-02-26T02:00, 2",
    "--since=3d, 1",
    "--until=2026-02-22, 2",
    "--last=4, 4",
    "--name=n*, 8",
    "--name=n3, 1",
    "--label=a=b, 0",
    "--benchmark=*.first, 8",
    "--benchmark=*.none, 0"
  })
  void listsTheRunsThatAreMeant(String option, int count) {
    assertThat(
            history.run("list", option, "--format", "json").exits(ExitCode.OK).json().get("runs"))
        .hasSize(count);
  }

  @Test
  void listsHaveAllForms() {
    assertThat(history.run("list").exits(ExitCode.OK).inOneLine())
        .contains("run measured (UTC) commit branch rows name")
        .contains("8 runs in ");
    String csv = history.run("list", "--format", "csv").out();
    assertThat(csv.lines())
        .hasSize(9)
        .first()
        .asString()
        .startsWith("run,measured,recorded,commit");
    assertThat(history.run("list", "--format", "markdown").out()).contains("| n7 |");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "latest~0", "n7", "c000002"})
  void aRunHasManyNames(String name) {
    HistoryFixture.Said shown = history.run("show", name);
    if (name.equals("c000002")) {
      shown.refusesWith("c000002: names 2 runs; give the start of a hash, the latest are ");
      return;
    }
    assertThat(shown.exits(ExitCode.OK).inOneLine())
        .contains(", n7, measured 2026-02-27 02:00 UTC, commit c000002, branch main.")
        .contains("Measured on an unknown machine.")
        .containsPattern("first 5 50 1\\d\\d\\.\\d us/op");
  }

  @Test
  void refusesNamesOfNoRun() {
    history.run("show", "latest~8").refusesWith("latest~8: there are only 8 runs");
    history.run("show", "latest~1", "--last", 1).refusesWith("latest~1: there is only 1 run;");
    history.run("show", "ffff").refusesWith("ffff: no run begins with that hash");
    history.run("show", "--last", "0").refusesWith("--last must be at least 1, is 0");
  }

  @Test
  void aRunIsShownInAllForms() {
    JsonNode json = history.run("show", "--format", "json").exits(ExitCode.OK).json();
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.history-run/1");
    assertThat(json.at("/rows/0/primary/forks")).hasSize(5);
    assertThat(history.run("show", "--format", "csv").out().lines()).hasSize(3);
  }

  @Test
  void theNoiseBetweenSessionsIsCounted() {
    HistoryFixture.Said told = history.run("compare").exits(ExitCode.REGRESSION);
    assertThat(told.inOneLine())
        .contains("Sessions: two of the same code differ by ")
        .contains("(sd, middle row), which is counted.");
    JsonNode json = history.run("compare", "--format", "json").json();
    assertThat(json.at("/settings/sessionSd").doubleValue()).isPositive();
    HistoryFixture.Said one = history.run("compare", "--one-session");
    assertThat(one.inOneLine()).doesNotContain("Sessions: ");
    JsonNode alone = history.run("compare", "--one-session", "--format", "json").json();
    assertThat(alone.at("/rows/0/ci/1").doubleValue())
        .isLessThan(json.at("/rows/0/ci/1").doubleValue());
  }

  @Test
  void compareIsToldOfTheNoiseToo() {
    Object[] files = {"compare", folder.resolve("n6.json"), folder.resolve("n7.json")};
    assertThat(CommandFixture.run(files).outInOneLine()).doesNotContain("Sessions: ");
    CommandFixture told =
        CommandFixture.run(files[0], files[1], files[2], "--history", history.place);
    assertThat(told.outInOneLine()).contains("Sessions: two of the same code differ by ");
    CommandFixture.run(files[0], files[1], files[2], "--history", folder.resolve("none.db"))
        .refusesWith("none.db: there is no history yet");
  }

  @Test
  void comparesTwoRunsAsCompareDoes() {
    HistoryFixture.Said same = history.run("compare", "n3", "n4").exits(ExitCode.OK);
    assertThat(same.inOneLine()).contains("0 slower, 0 faster");
    HistoryFixture.Said step =
        history.run("compare", "latest~1", "latest", "--one-session").exits(ExitCode.REGRESSION);
    assertThat(step.inOneLine()).contains("1 slower");
    history.run("compare", "latest~9", "latest").refusesWith("there are only 8 runs");
  }

  @Test
  void tellsWhetherNightsAreMissing() {
    // The last night is 2 days and 10 hours old.
    assertThat(history.run("check").exits(ExitCode.COULD_NOT_TELL).inOneLine())
        .contains("was measured 2026-02-27 02:00 UTC, 58 h ago; 36 h are allowed: stale.")
        .endsWith("Next: look at what should have run since. ");
    assertThat(history.run("check", "--max-age", "3d").exits(ExitCode.OK).inOneLine())
        .contains("58 h ago; 3 days are allowed. Next: nothing to do.");
    assertThat(
            history
                .run("check", "--max-age", "3d", "--format", "json")
                .json()
                .get("stale")
                .booleanValue())
        .isFalse();
    history.run("check", "--max-age", "3d", "--branch", "none").exits(ExitCode.COULD_NOT_TELL);
    assertThat(history.run("check", "--max-age", "23h", "--branch", "main").inOneLine())
        .contains("Gaps of the last 30 days: - no run for 48 h before 2026-02-22 02:00 UTC");
    history.run("check", "--max-age", "never").refusesWith("'never' is no time above 0");
  }

  @Test
  void deletesOnlyWhenTold() {
    assertThat(history.run("delete", "--until", "2026-02-22").exits(ExitCode.OK).inOneLine())
        .contains("2 runs would be deleted from ", "; nothing was. Next: the same with --yes");
    assertThat(history.run("list").inOneLine()).contains("8 runs in ");
    assertThat(
            history.run("delete", "--until", "2026-02-22", "--yes").exits(ExitCode.OK).inOneLine())
        .contains("2 runs deleted from ");
    assertThat(history.run("delete", "n7", "--yes").exits(ExitCode.OK).inOneLine())
        .contains("1 run deleted from ");
    assertThat(history.run("list").inOneLine()).contains("5 runs in ");
    history.run("delete", "n7", "--yes").refusesWith("n7: no run begins with that hash");
    history.run("delete", "--yes").refusesWith("say which runs: RUN, a filter");
    assertThat(history.run("delete", "--all", "--yes").exits(ExitCode.OK).inOneLine())
        .contains("5 runs deleted");
    assertThat(history.run("delete", "--all", "--yes").exits(ExitCode.OK).inOneLine())
        .contains("0 runs would be deleted");
  }

  @Test
  void withoutAHistoryThereIsNothingToShow() {
    HistoryFixture none = new HistoryFixture(folder.resolve("nowhere"));
    for (String command : new String[] {"list", "show", "trend", "compare", "export"}) {
      none.run(command).refusesWith("there is no history yet; record a run with 'history record");
    }
    assertThat(none.run("check").exits(ExitCode.COULD_NOT_TELL).inOneLine())
        .contains("holds no run that matches: stale.");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void theVariableNamesThePlace() {
    HistoryFixture by =
        new HistoryFixture(folder, Map.of(HistoryOptions.VARIABLE, history.place.toString()));
    assertThat(by.runAnywhere("list").exits(ExitCode.OK).inOneLine()).contains("8 runs in ");
    by.runAnywhere("list", "--history", "jdbc:mysql://h/d").refusesWith("--history must be a file");
    by.runAnywhere("list", "--history", "jdbc:postgresql://u:hunter2@h/d")
        .refusesWith("--history is no URL of PostgreSQL");
    by.runAnywhere().refusesWith("say what to do: record, import");
  }
}
