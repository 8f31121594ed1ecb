package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trends of twenty nights, two a commit: the first row is 20 % slower from the thirteenth night on,
 * with a new commit, and the second 10 % faster from the eighth on, within one.
 */
class HistoryTrendCommandTest {

  private static final int NIGHTS = 20;
  private static final Instant FIRST = Instant.parse("2026-02-01T02:00:00Z");
  private static final double[] NOISE = {0, 0.4, -0.2, 0.1, -0.3, 0.3, -0.1, 0.2, -0.4};

  @TempDir Path folder;

  private HistoryFixture history;

  private static double wobble(int night, int row) {
    return 1 + NOISE[(night * 5 + row * 2) % NOISE.length] / 100;
  }

  @BeforeEach
  void record() {
    history = new HistoryFixture(folder);
    for (int night = 0; night < NIGHTS; night++) {
      Path file =
          history.night(
              "n" + night + ".json",
              (night < 12 ? 100 : 120) * wobble(night, 0),
              (night < 7 ? 50 : 45) * wobble(night, 1));
      history
          .run(
              "record",
              file,
              "--commit",
              String.format(Locale.ROOT, "c%06d", night / 2),
              "--time",
              FIRST.plus(Duration.ofDays(night < 17 ? night : night + 3)))
          .exits(ExitCode.OK);
    }
  }

  @Test
  void theFirstLinesSayWhatChangedAndBetweenWhichCommits() {
    HistoryFixture.Said trend = history.run("trend").exits(ExitCode.OK);
    assertThat(trend.lines())
        .startsWith(
            "Changes of 2 series over 20 nights, 2026-02-01 to 2026-02-23, latest first:",
            "- 2026-02-13, c000005..c000006: A.first slower (+19.9 %)",
            "- 2026-02-08, within c000003: A.second faster (-9.9 %); not the code")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(trend.inOneLine())
        .contains("All rows: package p, mode avgt, 1 thread.")
        .containsPattern("2026-02-13, change; A: .* first \\+19\\.9% .* <0\\.001 02-13 ")
        .containsPattern("first 20 0\\.\\d% \\d+\\.\\d% 1(19|20)\\.\\d 2026-02-13 \\+19\\.9%")
        .contains("The machines are not known, and these are too few series to tell them")
        .contains("No night for 4 days before 2026-02-21 02:00 UTC.")
        .contains("2 series, 2 changes of level: 1 worse, 0 better, 1 by the environment.")
        .containsPattern("Next: 'history compare [0-9a-f]{10} [0-9a-f]{10}' holds the nights")
        .contains("its commits are c000005..c000006.");
  }

  @Test
  void onlyWhatChanged() {
    String shown = history.run("trend", "--only-changed", "--until", "2026-02-12").out();
    assertThat(shown).contains("second").doesNotContain("first ");
    assertThat(history.run("trend", "--until", "2026-02-08").inOneLine())
        .contains("2 series over 7 nights, 2026-02-01 to 2026-02-07: too few to tell")
        .contains("2 series have fewer than the 8 nights that it takes.")
        .contains("2 series, no change of level.")
        .contains("Next: record more nights");
    assertThat(history.run("trend", "--since", "2026-02-13").inOneLine())
        .contains("2 series over 8 nights, 2026-02-13 to 2026-02-23: none changed its level.")
        .contains("Next: nothing to do.");
  }

  @Test
  void whatWasAcceptedIsMarkedAndNotCounted() {
    Path policy =
        history.file(
            "policy.toml",
            """
            [[accepted]]
            benchmark = "p.A.first"
            up_to = "25%"
            reason = "checks every input now"
            since = 2026-02-13
            """);
    HistoryFixture.Said trend = history.run("trend", "--policy", policy).exits(ExitCode.OK);
    assertThat(trend.inOneLine())
        .contains("A.first slower (+19.9 %); accepted: checks every input now")
        .contains("0 worse, 0 better, 1 worse as accepted, 1 by the environment.");
    JsonNode json = history.run("trend", "--accepted", policy, "--format", "json").json();
    assertThat(json.at("/summary/worseNotAccepted").intValue()).isZero();
    assertThat(json.at("/series/0/changes/0/accepted/reason").textValue())
        .isEqualTo("checks every input now");
    Path small =
        history.file(
            "small.toml", "[[accepted]]\nbenchmark = '*'\nup_to = '15%'\nreason = 'too little'\n");
    assertThat(history.run("trend", "--policy", small).inOneLine()).contains("1 worse, 0 better,");
    history
        .run("trend", "--policy", history.file("bad.toml", "acepted = 1"))
        .refusesWith("acepted is not known here");
  }

  @Test
  void programsGetEverything() {
    JsonNode json = history.run("trend", "--format", "json").exits(ExitCode.OK).json();
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.trend/1");
    assertThat(json.at("/summary/change").intValue()).isEqualTo(1);
    assertThat(json.at("/summary/environment").intValue()).isEqualTo(1);
    assertThat(json.at("/machines/basis").textValue()).isEqualTo("unknown");
    assertThat(json.at("/gaps/0/hours").doubleValue()).isEqualTo(96);
    assertThat(json.get("nights")).hasSize(NIGHTS);
    assertThat(json.at("/events/1/after/commit").textValue()).isEqualTo("c000006");
    JsonNode first = json.at("/series/0");
    assertThat(first.get("benchmark").textValue()).isEqualTo("p.A.first");
    assertThat(first.at("/points")).hasSize(NIGHTS);
    assertThat(first.at("/points/7/forks")).hasSize(5);
    assertThat(first.at("/segments/1/from").intValue()).isEqualTo(12);
    JsonNode change = first.at("/changes/0");
    assertThat(change.get("kind").textValue()).isEqualTo("change");
    assertThat(change.get("slowdown").doubleValue()).isBetween(1.19, 1.21);
    assertThat(change.at("/ci/0").doubleValue()).isBetween(1.19, 1.2);
    assertThat(change.at("/before/commit").textValue()).isEqualTo("c000005");
    assertThat(change.at("/after/time").textValue()).isEqualTo("2026-02-13T02:00:00Z");
    assertThat(json.at("/series/1/changes/0/kind").textValue()).isEqualTo("environment");
  }

  @Test
  void spreadsheetsGetALineForEachNight() {
    List<String> lines =
        history.run("trend", "--format", "csv", "--include", "*.first").out().lines().toList();
    assertThat(lines).hasSize(NIGHTS + 1);
    assertThat(lines.get(0)).startsWith("benchmark,params,mode").endsWith("p,commit_before");
    List<Integer> changed =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).contains(",change,1."))
            .boxed()
            .toList();
    assertThat(changed).containsExactly(13);
    assertThat(lines.get(13)).endsWith(",c000005");
    assertThat(history.run("trend", "--format", "markdown").out())
        .contains("## Trends", "| first | 20 |");
    history.run("trend", "--format", "junit").refusesWith("--format junit");
  }

  /** Filters choose what is shown; all series tell the machines. */
  @Test
  void aRowThatEndedIsNamed() {
    history
        .run(
            "record",
            new io.amorsize.jmh.json.RowsFile().row("p.A.second", 45).write(folder.resolve("x")),
            "--commit",
            "c000010",
            "--time",
            FIRST.plus(Duration.ofDays(NIGHTS + 3)))
        .exits(ExitCode.OK);
    assertThat(history.run("trend").inOneLine())
        .contains("Not in the last night: A.first (last 2026-02-23).");
    assertThat(history.run("trend", "--include", "*second").inOneLine())
        .contains("Changes of 1 series over 21 nights");
  }
}
