package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.doctor.Outcome;
import io.amorsize.history.BaselineStore;
import io.amorsize.history.Calibration;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NoiseShelf;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.night.NightFolder;
import io.amorsize.jmh.night.NightLock;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.RunEnvironment;
import io.amorsize.verdict.Alarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a jar. */
class NightlyCommandTest {

  private static final String SLOW = "org.acme.Month.slow";
  private static final String ONE = "org.acme.Month.one";

  @TempDir Path folder;

  private final ScriptedNights forks =
      new ScriptedNights(
          List.of(SLOW, ONE, "org.acme.Month.two"),
          (benchmark, version) -> benchmark.equals(SLOW) && version > 1 ? 12 : 10);

  private NightPlace place;
  private Path jar;

  @BeforeEach
  void open() {
    place = new NightPlace(folder).forks(forks);
    jar = folder.resolve("benchmarks.jar");
    ScriptedNights.jar(jar, 1);
  }

  private CommandFixture night(int version, Object... more) {
    if (version > 0) {
      ScriptedNights.jar(jar, version);
    }
    Object[] all = Stream.concat(Stream.of("--jar", jar, "--quick"), Stream.of(more)).toArray();
    return place.night(all);
  }

  private void anchored() {
    night(0).exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    place.at(2, Duration.ZERO);
  }

  @Test
  void aLineForEachStepAndAReport() throws IOException {
    CommandFixture first = night(0).exits(ExitCode.OK);
    Path night = place.last().path();
    assertThat(first.err())
        .isEqualTo(
            """
            [1/8] doctor: the host is excellent, 1 of 1 checks pass ... 0.0 s
            [2/8] measure: 3 rows, 9 forks ... 0.0 s
            [3/8] record: run RUN in HISTORY ... 0.0 s
            [4/8] compare: nothing, there is no baseline 'rolling' or 'main' ... 0.0 s
            [5/8] confirm: nothing to confirm ... 0.0 s
            [6/8] trend: 3 series over 1 night, no new change of level ... 0.0 s
            [7/8] report: NIGHT/report.md ... 0.0 s
            [8/8] promote: nothing, since nothing was compared ... 0.0 s
            """
                .replace("HISTORY", place.history().toString())
                .replace("NIGHT", night.toString())
                .replace("RUN", runId(first)));
    assertThat(first.out()).contains("Nothing was compared: there is no baseline yet.");
    assertThat(night.resolve("report.md"))
        .content()
        .startsWith("## Night 20260101-023000")
        .containsPattern("Month.slow *\\| .* us/op");
    assertThat(new BaselineStore(place.baselines()).names()).isEmpty();
    night(0, "--strict").exits(ExitCode.COULD_NOT_TELL);
  }

  /** What was calibrated on a host is counted in its nights, as in its comparisons. */
  @Test
  void theCalibratedNoiseIsCounted() throws IOException {
    anchored();
    assertThat(night(2, "--fail-on", "never").err())
        .contains("suspect against main (0.03 expected by chance)");
    new NoiseShelf(place.baselines()).keep(here(), calibration(0.3), Instant.EPOCH);
    place.at(3, Duration.ZERO);
    CommandFixture told = night(2).exits(ExitCode.OK);
    assertThat(told.err()).contains("none suspect (0.0");
    assertThat(told.outInOneLine())
        .contains("two sessions of one code differ by 30.0 % (sd, middle row), which is counted");
  }

  /** A calibration elsewhere, with other baselines, may stand in the history alone. */
  @Test
  void whatTheHistoryKnowsOfTheHostCountsInBothComparisons() {
    anchored();
    try (HistoryStore store =
        new HistoryPlace(place.history().toString(), Map.of()).open(place.clock())) {
      NoiseShelf.keep(store, here(), calibration(0.001), Instant.EPOCH);
    }
    night(2).exits(ExitCode.REGRESSION);
    Path night = place.last().path();
    for (String comparison : List.of("against-main.json", "confirm-main/comparison.json")) {
      assertThat(JsonFile.readTree(night.resolve(comparison)).at("/summary/alarms/calibrated/rows"))
          .as(comparison)
          .hasToString("42");
    }
  }

  private RunEnvironment here() {
    return RunFiles.of(place.last().run()).environment().orElseThrow();
  }

  private static Calibration calibration(double sd) {
    SeriesKey slow = new SeriesKey(new BenchmarkKey(SLOW, "avgt", new TreeMap<>(), 1), "primary");
    LearnedNoise noise = new LearnedNoise(sd, Map.of(slow, new SeriesNoise(sd, 4)));
    Alarms none = new Alarms(1, 42, 0, 0, 0);
    return new Calibration(5, noise, Map.of(), none, none, none);
  }

  @Test
  void falseAlarmsAreCountedBesideThoseThatAreExpected() throws IOException {
    anchored();
    JsonNode quiet = json(night(0, "--format", "json").exits(ExitCode.OK));
    assertThat(quiet.at("/falseAlarms/nights").intValue()).isEqualTo(1);
    assertThat(quiet.at("/falseAlarms/seen").intValue()).isZero();
    assertThat(quiet.at("/falseAlarms/expected").doubleValue()).isBetween(0.02, 0.06);
  }

  /** Every night from the tenth on shows the step; one of them tells it. */
  @Test
  void aStepIsToldInOneNightAlone() {
    List<String> told = new ArrayList<>();
    for (int night = 1; night <= 18; night++) {
      place.at(night, Duration.ZERO);
      CommandFixture ended =
          night(night < 10 ? 1 : 2, "--fail-on", "never", "--commit", "c" + night)
              .exits(ExitCode.OK);
      List<String> lines = ended.err().lines().filter(line -> line.contains("new: ")).toList();
      assertThat(ended.out().contains("Changes of level that came to light, over all nights:"))
          .isEqualTo(!lines.isEmpty());
      told.addAll(lines);
    }
    assertThat(told)
        .singleElement()
        .asString()
        .containsPattern("trend: 3 series over 1\\d nights, new: 2026-01-10, c9\\.\\.c10:")
        .containsPattern("Month.slow slower \\(\\+(19|20)\\.\\d %\\)");
  }

  private static String runId(CommandFixture night) {
    return night.err().replaceAll("(?s).*record: run ([0-9a-f]{10}).*", "$1");
  }

  @Test
  void aPasswordInTheUrlIsNeitherShownNorKept() {
    String url = "jdbc:postgresql://127.0.0.1:1/none?user=ann&password=hunter2";
    CommandFixture night = night(0, "--history", url).exits(ExitCode.USAGE);
    assertThat(night.err())
        .contains("jdbc:postgresql://127.0.0.1:1/none: the history cannot be used: ")
        .doesNotContain("hunter2");
    assertThat(place.last().path().resolve(NightFolder.STATE))
        .content()
        .contains("user=ann&password=***")
        .doesNotContain("hunter2");
    assertThat(night(0, "--history", url).err())
        .contains("Going on with night ")
        .contains("measure: done before");
  }

  @Test
  void theRollingBaselineFollowsAndKeepsTheJar() {
    anchored();
    CommandFixture second = night(0).exits(ExitCode.OK);
    assertThat(second.err())
        .contains("[4/8] compare: 3 rows against main, none suspect")
        .contains("[8/8] promote: 'rolling' follows");
    assertThat(second.outInOneLine())
        .contains("Changes of cost between two sessions; above 0 is slower:")
        .contains("row since main ")
        .contains("There was no baseline 'rolling' to compare with; it follows nights that pass")
        .contains("Passed: nothing got slower. Next: nothing to do; ");
    var rolling =
        new BaselineStore(place.baselines()).find("rolling").orElseThrow().entries().get(0);
    assertThat(rolling.jar().orElseThrow().verified()).hasSameBinaryContentAs(jar);
    assertThat(rolling.origin().source()).contains(place.last().path().toString());
    assertThat(rolling.measuredAt()).isEqualTo(place.last().state().startedAt());
    assertThat(place.baseline("list").out()).containsPattern("rolling .* passed");
  }

  @Test
  void onlyWhatIsConfirmedFailsTheNight() throws IOException {
    anchored();
    night(0).exits(ExitCode.OK);
    place.at(3, Duration.ZERO);
    CommandFixture failed = night(2).exits(ExitCode.REGRESSION);
    assertThat(failed.err())
        .contains("[4/8] compare: 1 of 3 rows suspect against rolling; 1 of 3 rows suspect against")
        .contains("[5/8] confirm: 2 of 2 suspects confirmed")
        .contains("[8/8] promote: 'rolling' stays, since the night failed");
    JsonNode json = json(night(0, "--format", "json"));
    assertThat(json.path("exitCode").asInt()).isEqualTo(1);
    assertThat(json.path("judged").asText()).isEqualTo("failed");
    assertThat(json.at("/suspects/0/benchmark").asText()).isEqualTo(SLOW);
    assertThat(json.at("/suspects/0/status").asText()).isEqualTo("confirmed");
    assertThat(json.at("/suspects/0/slowdown").asDouble()).isBetween(1.17, 1.23);
    assertThat(json.path("text").asText()).contains("Failed: 1 row confirmed slower (Month.slow +");
    night(0, "--fail-on", "never").exits(ExitCode.OK);
    place
        .baseline("promote", "main", place.last().path())
        .refusesWith("the run failed its judgement, so 'main' stays as it is");
  }

  private static JsonNode json(CommandFixture night) throws IOException {
    return new ObjectMapper().readTree(night.out());
  }

  @Test
  void anUnchangedJarIsNotMeasuredAgain() throws IOException {
    anchored();
    // The rolling baseline says that everything was twice as fast on this machine.
    Path faster =
        new RowsFile().jdk("21.0.5").row(SLOW, 5).row(ONE, 5).write(folder.resolve("fast.json"));
    place.baseline("save", "rolling", faster, "--jar", jar).exits(ExitCode.OK);
    int before = forks.forks();
    CommandFixture same = night(0).exits(ExitCode.OK);
    assertThat(same.err()).contains("[5/8] confirm: 0 of 2 suspects confirmed, 2 of the same code");
    assertThat(same.out()).containsPattern("Month.slow +rolling +\\+\\d+\\.\\d % +- +same jar");
    assertThat(forks.forks() - before).isEqualTo(9);
    assertThat(same.outInOneLine())
        .contains("False alarms of two sessions in 1 night: 0.05 expected, 2 seen (cleared, or of");
  }

  @Test
  void aSuspectWithoutAJarStaysOpen() throws IOException {
    anchored();
    Path rows =
        new RowsFile().jdk("21.0.5").row(SLOW, 5).row(ONE, 10).write(folder.resolve("rows.json"));
    place.baseline("save", "rolling", rows).exits(ExitCode.OK);
    CommandFixture open = night(0).exits(ExitCode.OK);
    assertThat(open.outInOneLine())
        .contains("Month.slow is open, since baseline 'rolling' keeps no jar")
        .contains("Could not tell: 1 suspect still open.");
    assertThat(open.err()).contains("'rolling' stays, since not all could be told");
    night(0, "--strict").exits(ExitCode.COULD_NOT_TELL);
    night(0, "--fail-on", "suspect").exits(ExitCode.REGRESSION);
    place
        .baseline("promote", "main", place.last().path())
        .refusesWith("nobody judged the run, so 'main' stays as it is");
  }

  @Test
  void aJarThatIsGoneIsTold() throws IOException {
    anchored();
    Files.delete(
        new BaselineStore(place.baselines())
            .find("main")
            .orElseThrow()
            .entries()
            .get(0)
            .jar()
            .orElseThrow()
            .file());
    assertThat(night(2).exits(ExitCode.OK).outInOneLine())
        .containsPattern("is open, since the jar [0-9a-f]{12} of 'main' is not here any more");
  }

  @Test
  void aBenchmarkThatFailsFailsTheNight() {
    anchored();
    forks.failing(ONE);
    CommandFixture failed = night(0).exits(ExitCode.RUN_FAILED);
    assertThat(failed.err()).contains("[2/8] measure: 2 rows, 6 forks, 1 failed");
    assertThat(failed.outInOneLine())
        .contains("Could not be measured: - " + ONE + ": JMH ended with exit code 7")
        .contains("Failed: 1 could not be measured.")
        .contains("1 missing");
    assertThat(failed.err()).contains("'rolling' stays, since the night failed");
  }

  @Test
  void anUnfitHostPromotesNothing() {
    anchored();
    place.health(Outcome.ERROR);
    CommandFixture unfit = night(0).exits(ExitCode.OK);
    assertThat(unfit.err())
        .contains("[1/8] doctor: the host is critical, 0 of 1 checks pass")
        .contains("'rolling' stays, since the host was not fit to measure");
    assertThat(unfit.outInOneLine()).contains("The host: - the host: this (bar: that); wait");
    assertThat(unfit.outInOneLine())
        .contains("Next: see with 'doctor' what keeps the host from being fit");
    night(0, "--strict").exits(ExitCode.COULD_NOT_TELL);
    assertThat(night(0, "--no-doctor").exits(ExitCode.OK).err())
        .contains("[1/8] doctor: not asked")
        .contains("'rolling' follows");
  }

  @Test
  void anExpectedBenchmarkThatIsMissingIsNeverFine() throws IOException {
    anchored();
    Path manifest = Files.writeString(folder.resolve("expected"), "org.acme.Gone.*\n");
    CommandFixture gap = night(0, "--expect", manifest).exits(ExitCode.COULD_NOT_TELL);
    assertThat(gap.outInOneLine()).contains("Could not tell: expected benchmarks are missing.");
    assertThat(gap.err()).contains("'rolling' stays, since not all could be told");
  }

  @Test
  void oldNightsGoAndWhatBaselinesHoldStays() throws IOException {
    anchored();
    Path first = place.last().path();
    String hash = place.last().state().jar().orElseThrow();
    Path odd = Files.createDirectories(place.nights().resolve("notes"));
    place.at(9, Duration.ZERO);
    CommandFixture late = night(2, "--keep-nights", 7, "--keep-history", 7, "--fail-on", "never");
    assertThat(late.exits(ExitCode.OK).err())
        .contains("; removed 1 old night; removed 1 run from the history");
    assertThat(first).doesNotExist();
    assertThat(odd).exists();
    assertThat(place.nights().resolve("jars").resolve(hash + ".jar")).doesNotExist();
    assertThat(place.baselines().resolve("jars").resolve(hash + ".jar")).exists();
    assertThat(place.history("list", "--format", "json").out().split("\"hash\"", -1)).hasSize(2);
  }

  @Test
  void aRunThatOthersMeasuredIsJudged() throws IOException {
    anchored();
    Path rows =
        new RowsFile()
            .jdk("21.0.5")
            .row(SLOW, 12)
            .row(ONE, 10)
            .write(folder.resolve("merged.json"));
    ScriptedNights.jar(jar, 2);
    CommandFixture judged =
        place.night("--measured", rows, "--jar", jar, "--quick").exits(ExitCode.REGRESSION);
    assertThat(judged.err()).contains("[2/8] measured: 2 rows of " + rows);
    assertThat(judged.out()).contains("Failed: 1 row confirmed slower");
    assertThat(RunFiles.of(place.last().run()).rows()).isPresent();
    CommandFixture foreign = place.night("--measured", rows, "--quick").exits(ExitCode.OK);
    assertThat(foreign.outInOneLine()).contains("is open, since nobody knows tonight's jar");
  }

  @Test
  void nothingIsRecordedWhereNobodyWantsIt() {
    CommandFixture night = night(0, "--no-history").exits(ExitCode.OK);
    assertThat(night.err())
        .contains("[3/8] record: no history")
        .contains("[6/8] trend: no history");
    assertThat(place.history()).doesNotExist();
    place
        .night("--jar", jar, "--no-history", "--history", place.history())
        .refusesWith("--history and --no-history exclude each other");
  }

  @Test
  void aDryRunTellsWhatWouldRun() {
    CommandFixture dry = night(0, "--dry-run").exits(ExitCode.OK);
    assertThat(dry.outInOneLine())
        .contains("3 benchmarks, 9 forks; about 45 s where operations are short; nothing was run.")
        .contains("Not there yet: the rolling baseline 'rolling' and the anchor 'main'.");
    assertThat(place.nights()).doesNotExist();
    assertThat(forks.forks()).isZero();
    assertThat(night(0, "--dry-run", "--format", "json").out()).contains("\"forks\" : 9");
  }

  @Test
  void twoNightsAtOnceAreOneTooMany() {
    var taken =
        NightLock.acquire(place.nights(), place.tools().owner(), place.clock(), owner -> true);
    CommandFixture second = night(0).exits(ExitCode.RUN_FAILED);
    assertThat(second.err()).contains("another night is at work: ann@host, process ");
    taken.lock().close();
    night(0).exits(ExitCode.OK);
  }

  @Test
  void refusesWhatMakesNoSense() throws IOException {
    place.night("--jar", folder.resolve("missing.jar")).refusesWith("there is no such jar");
    place.night("--forks", 3).refusesWith("--forks is for --jar");
    place.night("--", "Parser.*").refusesWith("what stands behind -- goes to JMH for --jar");
    night(0, "extra").refusesWith("'extra' is no option; a jar is named with --jar");
    night(0, "--rolling", "main").refusesWith("an anchor that follows holds nothing");
    night(0, "--anchor", "a b").refusesWith("'a b' cannot be a baseline's name");
    night(0, "--keep-nights", 0).refusesWith("--keep-nights must be 1 to 36500 days, is 0");
    night(0, "--max-forks", 1).refusesWith("--max-forks must be 2 to 10, is 1");
    night(0, "--forks", 0).refusesWith("--forks must be 1 to 100, is 0");
    night(0, "--resume").refusesWith("--resume: the last night in");
    place.night("--measured", folder.resolve("none")).refusesWith("there is no such file");
    Path broken =
        Files.writeString(Files.createDirectories(place.baselines()).resolve("accepted.toml"), "x");
    night(0).refusesWith(broken + ": not TOML");
  }

  @Test
  void theStateIsReadableForPrograms() {
    night(0, "--commit", "c0ffee", "--branch", "main").exits(ExitCode.OK);
    JsonNode state = JsonFile.readTree(place.last().path().resolve(NightFolder.STATE));
    assertThat(state.path("schema").asText()).isEqualTo("amorsize.night/1");
    assertThat(state.path("commit").asText()).isEqualTo("c0ffee");
    assertThat(state.path("exit_code").asInt()).isZero();
    assertThat(state.path("steps")).hasSize(8);
    assertThat(place.history("list").out()).contains("c0ffee").contains("main");
  }
}
