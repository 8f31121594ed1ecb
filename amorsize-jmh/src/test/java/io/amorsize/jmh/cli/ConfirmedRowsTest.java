package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.amorsize.jmh.interleaved.JarForkRequest;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows run again as they ran, and are judged as they were. */
class ConfirmedRowsTest {

  private static final String FAST = SessionPlace.FAST;
  private static final String SLOW = SessionPlace.SLOW;

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  private CommandFixture confirm(ScriptedForks forks, Object... arguments) {
    return CommandFixture.session(forks, place.command("confirm", arguments));
  }

  private RecordedComparison confirmed() throws IOException {
    return ComparisonFile.read(place.session("confirm").resolve("comparison.json"));
  }

  @Test
  void jmhIsToldModeAndThreadsOnce() throws IOException {
    place
        .ab(SessionPlace.oneSlower(), "--", "slow", "-t", 4, "-bm", "sample", "-wi", 3)
        .exits(ExitCode.REGRESSION);
    ScriptedForks forks = SessionPlace.oneSlower();
    confirm(forks, place.session("ab")).exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .isNotEmpty()
        .extracting(JarForkRequest::jmhArgs)
        .containsOnly(List.of("-wi", "3", "-bm", "sample", "-t", "4"));
  }

  @Test
  void parametersThatTheSidesSetAreSetAgain() throws IOException {
    ScriptedForks first = ScriptedForks.of(SLOW).param("size", "7").slower(SLOW, "dial=2", 1.3);
    Object[] sides = {
      place.base(), "--baseline-param", "dial=1", "--candidate-param", "dial=2",
    };
    CommandFixture.session(first, place.command("ab", sides)).exits(ExitCode.REGRESSION);
    ScriptedForks forks = ScriptedForks.of(SLOW).slower(SLOW, "dial=2", 1.3);
    confirm(forks, place.session("ab")).exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.unit().params().toString())
        .containsOnly("{dial=1, size=7}", "{dial=2, size=7}");
    assertThat(confirmed().rows())
        .extracting(row -> row.key().params().toString())
        .containsExactly("{size=7}");
  }

  @Test
  void theMetricThatStoodOutIsJudged() throws IOException {
    Object[] arguments = {"--metric", "gc.alloc*", "--", "-prof", "gc"};
    place.ab(garbage(1.2), arguments).exits(ExitCode.REGRESSION);
    confirm(garbage(1.2), place.session("ab")).exits(ExitCode.REGRESSION);
    assertThat(confirmed().rows())
        .extracting(RecordedRow::metric, RecordedRow::verdict)
        .containsExactly(tuple("gc.alloc.rate.norm", "slower"));
  }

  private static ScriptedForks garbage(double factor) {
    return ScriptedForks.of(FAST).slower(ScriptedForks.GARBAGE + FAST, "new.jar", factor);
  }

  @Test
  void theComparisonsOwnBarsHold() throws IOException {
    Object[] bars = {"--threshold", "20%", "--margin", "10%", "--fdr", "1%"};
    place.ab(SessionPlace.oneSlower(), bars).exits(ExitCode.REGRESSION);
    ScriptedForks forks = ScriptedForks.of(FAST, SLOW).slower(SLOW, "new.jar", 1.15);
    confirm(forks, place.session("ab")).exits(ExitCode.OK);
    assertThat(confirmed().threshold()).isEqualTo(0.2);
    assertThat(confirmed().margin()).isEqualTo(0.1);
    assertThat(confirmed().fdr()).isEqualTo(0.01);
  }

  @Test
  void barsThatAreNamedNowHoldInTheirPlace() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--threshold", "20%").exits(ExitCode.REGRESSION);
    ScriptedForks forks = ScriptedForks.of(FAST, SLOW).slower(SLOW, "new.jar", 1.15);
    confirm(forks, place.session("ab"), "--threshold", "5%").exits(ExitCode.REGRESSION);
    assertThat(confirmed().threshold()).isEqualTo(0.05);
  }

  @Test
  void whatWasExpectedOfAllRowsIsNotExpectedOfThose() throws IOException {
    Path expected = Files.writeString(folder.resolve("expected.txt"), FAST + "\n");
    place.ab(SessionPlace.oneSlower(), "--expect", expected).exits(ExitCode.REGRESSION);
    assertThat(confirm(ScriptedForks.of(SLOW), place.session("ab")).exits(ExitCode.OK).out())
        .doesNotContain("did not run");
  }

  @Test
  void aRenamedBenchmarkRunsUnderBothNames() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--", "slow");
    String text = Files.readString(place.session("ab").resolve("comparison.json"));
    Path renamed =
        Files.writeString(
            folder.resolve("renamed.json"),
            text.replaceFirst(
                "\"base\" : \\{\\s*\"forks\"",
                "\"base\" : { \"benchmark\" : \"a.B.old\", \"forks\""));
    ScriptedForks forks = SessionPlace.oneSlower();
    confirm(forks, renamed, "--baseline-jar", place.base(), "--candidate-jar", place.candidate())
        .exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.unit().benchmark())
        .containsOnly("a.B.old", SLOW);
    assertThat(confirmed().rows()).hasSize(1);
  }

  @Test
  void theConfirmationOfAConfirmationRunsOnTheSameSides() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--candidate-jvm-args", "-Xmx1g").exits(ExitCode.REGRESSION);
    confirm(SessionPlace.oneSlower(), place.session("ab")).exits(ExitCode.REGRESSION);
    Path first = Files.move(place.session("confirm"), folder.resolve("first"));
    ScriptedForks forks = SessionPlace.oneSlower();
    confirm(forks, first).exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.side().classPath() + request.side().jvmArgs())
        .containsOnly(place.base() + "[]", place.candidate() + "[-Xmx1g]");
  }

  @Test
  void whatIsConfirmedMustBeThereToGoOn() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--candidate-jvm-args", "-Xmx1g");
    confirm(SessionPlace.oneSlower(), place.session("ab"));
    Files.move(place.session("ab"), folder.resolve("elsewhere"));
    CommandFixture.session(ScriptedForks.of(), "confirm", "--resume", place.session("confirm"))
        .refusesWith("there is no such file, and it says what is confirmed");
  }

  @Test
  void jvmArgumentsOfBothSidesCountThoughTheyAreAlike() throws IOException {
    place.ab(SessionPlace.oneSlower());
    ScriptedForks forks = SessionPlace.oneSlower();
    Object[] heap = {"--baseline-jvm-args", "-Xmx2g", "--candidate-jvm-args", "-Xmx2g"};
    Object[] arguments = {place.session("ab"), heap[0], heap[1], heap[2], heap[3]};
    confirm(forks, arguments).exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.side().jvmArgs())
        .containsOnly(List.of("-Xmx2g"));
  }

  @Test
  void rowsAreChosenByName() throws IOException {
    ScriptedForks both =
        ScriptedForks.of(FAST, SLOW).slower(SLOW, "new.jar", 1.3).slower(FAST, "new.jar", 1.3);
    place.ab(both).exits(ExitCode.REGRESSION);
    ScriptedForks forks = SessionPlace.oneSlower();
    confirm(forks, place.session("ab"), "--include", "*fast").exits(ExitCode.OK);
    assertThat(forks.requests()).extracting(r -> r.unit().benchmark()).containsOnly(FAST);
    confirm(ScriptedForks.of(), place.session("ab"), "--exclude", "*")
        .refusesWith("--include and --exclude leave nothing of the 2 rows to confirm");
  }

  @ParameterizedTest
  @CsvSource({
    "Parser.*, a regex behind",
    "-e x, -e behind",
    "-t 4, -t behind",
    "-bm ss, -bm behind",
    "-p a=b, -p behind",
    "-rf json, -rf behind",
  })
  void whatWouldChangeTheRowsIsRefused(String arguments, String sentence) throws IOException {
    place.ab(SessionPlace.oneSlower());
    ScriptedForks none = ScriptedForks.of();
    Object[] words = (place.session("ab") + " -- " + arguments).split(" ");
    confirm(none, words).refusesWith(sentence);
    assertThat(none.requests()).isEmpty();
  }

  @Test
  void aDryRunNamesTheRows() throws IOException {
    place.ab(SessionPlace.oneSlower());
    ScriptedForks none = ScriptedForks.of();
    CommandFixture run = confirm(none, place.session("ab"), "--dry-run").exits(ExitCode.OK);
    assertThat(run.outInOneLine())
        .contains("1 benchmark, at most 10 forks; about 50 s")
        .contains(SLOW)
        .doesNotContain(FAST);
    assertThat(none.requests()).isEmpty();
    assertThat(place.reports()).isDirectoryNotContaining("glob:**confirm*");
  }

  @Test
  void aBaselineThatKeepsItsJarIsFound() throws IOException {
    Path kept = TestJars.benchmarks(folder.resolve("kept.jar"), "x");
    place.ab(SessionPlace.oneSlower());
    Path rows = place.session("ab").resolve("base.json");
    Path store = folder.resolve("baselines");
    CommandFixture.run("baseline", "save", "nightly", rows, "--baselines", store, "--jar", kept)
        .exits(ExitCode.OK);
    String text = Files.readString(place.session("ab").resolve("comparison.json"));
    Path compared =
        Files.writeString(
            folder.resolve("compared.json"), text.replace(place.base().toString(), "nightly"));
    ScriptedForks forks = SessionPlace.oneSlower();
    confirm(forks, compared, "--baselines", store, "--candidate-jar", place.candidate())
        .exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> Path.of(request.side().classPath()).getParent())
        .containsOnly(store.resolve("jars"), folder);
  }
}
