package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.interleaved.JarForkRequest;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbCommandTest {

  private static final String FAST = SessionPlace.FAST;
  private static final String SLOW = SessionPlace.SLOW;

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  @Test
  void sidesThatAreTheSameEndWithZero() {
    CommandFixture run = place.ab(ScriptedForks.of(FAST, SLOW)).exits(ExitCode.OK);
    assertThat(run.outInOneLine()).contains("0 slower, 0 faster").contains("Next: nothing to do.");
  }

  @Test
  void aSlowerRowEndsWithOneAndSaysHowToConfirmIt() throws IOException {
    CommandFixture run = place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine())
        .contains("1 slower, 0 faster")
        .contains("'confirm " + place.session("ab") + "' runs the slower row again");
  }

  @Test
  void theWarmupThatPilotsChoseIsToldAndRecorded() throws IOException {
    CommandFixture run = place.ab(ScriptedForks.of(FAST), "--format", "json").exits(ExitCode.OK);
    JsonNode warmup = new ObjectMapper().readTree(run.out()).at("/session/warmups/0");
    assertThat(warmup.get("benchmark").textValue()).isEqualTo(FAST);
    assertThat(warmup.get("iterations").intValue()).isEqualTo(10);
    assertThat(warmup.get("steadyFrom").intValue()).isZero();
    assertThat(warmup.get("settled").booleanValue()).isTrue();
    assertThat(Files.readString(place.session("ab").resolve("report.md")))
        .contains("Warm-up of each fork: 10 iterations")
        .contains("1 of 1 benchmark settled");
  }

  @Test
  void whatWasCalibratedHereCountsAndIsShownBesideTheAlarms() throws IOException {
    Path baselines = folder.resolve("baselines");
    CommandFixture.session(
            ScriptedForks.of(FAST, SLOW),
            place.command("calibrate", place.base(), "--sessions", 3, "--baselines", baselines))
        .exits(ExitCode.OK);
    ScriptedForks forks = SessionPlace.oneSlower();
    CommandFixture text = place.ab(forks, "--baselines", baselines).exits(ExitCode.REGRESSION);
    assertThat(text.outInOneLine())
        .contains("Alarms: 1 flagged and 1 called, 0.02 and 0.02 expected where nothing changed")
        .contains("when this host was calibrated on", "of 6 unchanged rows were flagged")
        .contains("Forks: a call before the last pair", "known of 2 of 2 rows");
    CommandFixture json =
        place.ab(forks, "--baselines", baselines, "--format", "json").exits(ExitCode.REGRESSION);
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.at("/summary/alarms/called").intValue()).isEqualTo(1);
    assertThat(document.at("/summary/alarms/calibrated/rows").intValue()).isEqualTo(6);
    assertThat(document.at("/settings/rowsOfKnownForkNoise").intValue()).isEqualTo(2);
    assertThat(document.at("/settings/sessionSd").doubleValue()).isZero();
  }

  @Test
  void aSlowerRowIsNoFailureWhereNothingIs() {
    place.ab(SessionPlace.oneSlower(), "--fail-on", "never").exits(ExitCode.OK);
  }

  @Test
  void aForkThatFailsTwiceEndsWithFourThoughAnotherRowIsSlower() {
    ScriptedForks forks = SessionPlace.oneSlower().failing(FAST, 2);
    CommandFixture run = place.ab(forks).exits(ExitCode.RUN_FAILED);
    assertThat(forks.requests(FAST)).hasSize(2);
    assertThat(run.outInOneLine())
        .contains("1 slower")
        .contains("1 failed")
        .contains(FAST + ": JMH ended with exit code 7");
    assertThat(run.err()).contains("; trying once more").contains("; left out from here on");
  }

  @Test
  void aForkThatFailsOnceIsTriedOnceMore() {
    CommandFixture run = place.ab(ScriptedForks.of(FAST).failing(FAST, 1)).exits(ExitCode.OK);
    assertThat(run.err()).contains("; trying once more").doesNotContain("left out");
    assertThat(run.out()).doesNotContain("failed");
  }

  @Test
  void rowsThatOneSideLacksAreToldAndWithStrictCouldNotBeTold() {
    ScriptedForks forks = ScriptedForks.of(FAST, SLOW).missing(SLOW, "new.jar");
    assertThat(place.ab(forks).exits(ExitCode.OK).outInOneLine()).contains("missing");
    place.ab(forks, "--strict").exits(ExitCode.COULD_NOT_TELL);
    assertThat(forks.requests(SLOW)).isEmpty();
  }

  @Test
  void jarsAreCounted() {
    ScriptedForks forks = ScriptedForks.of(FAST);
    CommandFixture.session(forks, place.command("ab")).refusesWith("a jar is missing");
    place.ab(forks, place.base()).refusesWith("more than two jars");
    CommandFixture.session(forks, place.command("ab", place.base()))
        .refusesWith("one jar needs two settings");
    CommandFixture.session(forks, place.command("ab", place.base(), "none.jar"))
        .refusesWith("none.jar: there is no such file");
    assertThat(forks.requests()).isEmpty();
    assertThat(place.reports()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--max-forks 11, '--max-forks must be 2 to 10, is 11'",
    "--max-forks 1, '--max-forks must be 2 to 10, is 1'",
    "-- -f 11, '-f must be 2 to 10, is 11'",
    "-- -rf json, '-rf behind '",
    "--time-budget soon, 'is no time above 0'",
    "--time-budget 0s, 'is no time above 0'",
    "--fork-timeout 0s, 'is no time above 0'",
    "--skip-warmup 3, '--skip-warmup'",
    "--threshold abc, 'is not a threshold'",
    "--git a..b, '--git builds its jars itself'",
  })
  void whatCannotBeIsRefusedBeforeAnythingRuns(String arguments, String sentence) {
    ScriptedForks forks = ScriptedForks.of(FAST);
    place.ab(forks, (Object[]) arguments.split(" ")).refusesWith(sentence);
    assertThat(forks.requests()).isEmpty();
    assertThat(place.reports()).doesNotExist();
  }

  @Test
  void nothingInCommonIsOneSentence() {
    ScriptedForks forks = ScriptedForks.of(FAST);
    place.ab(forks, "--", "Other").refusesWith("hold no benchmark that 'Other' selects");
    place
        .ab(forks, "--exclude", "*Quick*")
        .refusesWith("--include and --exclude leave none of 1 benchmarks");
  }

  @Test
  void theFolderHoldsWhatWasFound() throws IOException {
    place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    Path session = place.session("ab");
    for (String file : List.of("session.json", "base.json", "candidate.json", "report.md")) {
      assertThat(session.resolve(file)).isNotEmptyFile();
    }
    assertThat(session.resolve("jmh.log")).exists();
    assertThat(session.resolve("work")).doesNotExist();
    List<RecordedRow> open = ComparisonFile.read(session.resolve("comparison.json")).open();
    assertThat(open).extracting(row -> row.key().benchmark()).containsExactly(SLOW);
    CommandFixture compared =
        CommandFixture.run(
            "compare", session.resolve("base.json"), session.resolve("candidate.json"));
    assertThat(compared.outInOneLine()).contains("2 v 2 forks").contains("slow 5.001");
  }

  @Test
  void whatStandsBehindTheDashesReachesEveryFork() {
    ScriptedForks forks = SessionPlace.oneSlower();
    place.ab(forks, "--", "fast", "-t", 4, "-wi", 3).exits(ExitCode.OK);
    assertThat(forks.requests()).isNotEmpty();
    assertThat(forks.requests()).extracting(r -> r.unit().benchmark()).containsOnly(FAST);
    assertThat(forks.requests())
        .extracting(JarForkRequest::jmhArgs)
        .containsOnly(List.of("-t", "4", "-wi", "3"));
  }

  @Test
  void jmhsForksCountLikeOurs() {
    ScriptedForks jmhs = ScriptedForks.of(FAST).noisy(FAST, 0.3);
    place.ab(jmhs, "--patient", "--", "-f", 3);
    ScriptedForks ours = ScriptedForks.of(FAST).noisy(FAST, 0.3);
    place.ab(ours, "--patient", "--max-forks", 3);
    assertThat(measuring(jmhs)).isEqualTo(6);
    assertThat(measuring(ours)).isEqualTo(6);
    assertThat(jmhs.requests()).noneMatch(request -> request.jmhArgs().contains("-f"));
  }

  /** The forks without those that only find the warm-up. */
  private static long measuring(ScriptedForks forks) {
    return forks.requests().stream()
        .filter(request -> request.iterations().warmup().orElse(10) >= 10)
        .count();
  }

  @Test
  void aSidesJvmArgumentsAreItsOwnAndSetItApart() throws IOException {
    ScriptedForks forks = ScriptedForks.of(FAST).slower(FAST, "-XX:+UseSerialGC", 1.3);
    CommandFixture run =
        CommandFixture.session(
                forks,
                place.command(
                    "ab", place.base(), "--candidate-jvm-args", "-XX:+UseSerialGC -Xmx1g"))
            .exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.side().jvmArgs())
        .containsOnly(List.of(), List.of("-XX:+UseSerialGC", "-Xmx1g"));
    assertThat(run.outInOneLine()).contains("old.jar with -XX:+UseSerialGC -Xmx1g");
    assertThat(ComparisonFile.read(place.session("ab").resolve("comparison.json")).current())
        .isEqualTo(place.base() + " with -XX:+UseSerialGC -Xmx1g");
  }

  @Test
  void aDryRunRunsNothingAndLeavesNothing() {
    ScriptedForks forks = SessionPlace.oneSlower();
    CommandFixture run = place.ab(forks, "--dry-run").exits(ExitCode.OK);
    assertThat(run.outInOneLine())
        .contains("2 benchmarks, at most 20 forks; about 1 min 40 s where operations are short")
        .contains(FAST)
        .contains("nothing was run");
    assertThat(forks.requests()).isEmpty();
    assertThat(place.reports()).doesNotExist();
    assertThat(folder.resolve("warmup.json")).doesNotExist();
  }

  @Test
  void gitHubsSummaryGetsTheReport() throws IOException {
    Path summary = folder.resolve("summary.md");
    Map<String, String> job =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
    CommandFixture run =
        CommandFixture.sessionIn(
            job,
            SessionPlace.oneSlower(),
            place.command("ab", place.base(), place.candidate(), "--format", "json"));
    run.exits(ExitCode.REGRESSION);
    String report = Files.readString(place.session("ab").resolve("report.md"));
    assertThat(Files.readString(summary)).isEqualTo(report + "\n").contains("| slow |");
    assertThat(run.err()).contains("::error title=slower%3A Quick.slow::");
    assertThat(run.out()).startsWith("{");
  }
}
