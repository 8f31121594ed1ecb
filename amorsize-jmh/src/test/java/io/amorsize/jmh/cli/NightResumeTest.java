package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.history.BaselineStore;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.night.NightFolder;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nights that were killed. */
class NightResumeTest {

  private static final String SLOW = "org.acme.Month.slow";

  @TempDir Path folder;

  private final ScriptedNights forks =
      new ScriptedNights(
          List.of(SLOW, "org.acme.Month.one", "org.acme.Month.two"),
          (benchmark, version) -> benchmark.equals(SLOW) && version > 1 ? 12 : 10);

  private NightPlace place;
  private Path jar;

  @BeforeEach
  void open() {
    place = new NightPlace(folder).forks(forks);
    jar = folder.resolve("benchmarks.jar");
  }

  private CommandFixture night(int version, Object... more) {
    if (version > 0) {
      ScriptedNights.jar(jar, version);
    }
    Object[] all = Stream.concat(Stream.of("--jar", jar, "--quick"), Stream.of(more)).toArray();
    return place.night(all);
  }

  /** A night to compare with. */
  private void anchored() {
    night(1).exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    place.at(2, Duration.ZERO);
  }

  @Test
  void forksThatAreFinishedAreNotMeasuredAgain() {
    forks.killAfter(5);
    assertThatThrownBy(() -> night(1)).isInstanceOf(ScriptedNights.Killed.class);
    int before = forks.forks();
    forks.killAfter(Integer.MAX_VALUE);
    place.at(1, Duration.ofHours(1));
    CommandFixture again = night(0).exits(ExitCode.OK);
    assertThat(again.err())
        .contains("Going on with night 20260101-023000, which did not end.")
        .contains("[1/8] doctor: done before")
        .contains("[2/8] measure: 3 rows, 9 forks");
    NightPlace other = new NightPlace(folder.resolve("other")).forks(forks);
    int half = forks.forks();
    other.night("--jar", jar, "--quick").exits(ExitCode.OK);
    int whole = forks.forks() - half;
    assertThat(half).as("forks of both halves").isEqualTo(whole);
    assertThat(before).isEqualTo(5);
  }

  /** The state as it was when a number of steps was done, everything else as it is. */
  private static void forgetStepsFrom(NightFolder night, int steps) throws IOException {
    Path file = night.path().resolve(NightFolder.STATE);
    ObjectNode state = (ObjectNode) JsonFile.readTree(file);
    state.remove(List.of("ended_at", "judged", "exit_code"));
    while (state.withArray("steps").size() > steps) {
      state.withArray("steps").remove(steps);
    }
    Files.writeString(file, state.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void aNightThatDiedAfterAnyStepEndsAsItWouldHave(int steps) throws IOException {
    anchored();
    CommandFixture whole = night(2).exits(ExitCode.REGRESSION);
    JsonNode before = JsonFile.readTree(place.last().path().resolve("confirmation.json"));
    int measured = forks.forks();
    forgetStepsFrom(place.last(), steps);
    place.at(2, Duration.ofMinutes(20));
    CommandFixture again = night(0).exits(ExitCode.REGRESSION);
    assertThat(again.err()).contains("Going on with night 20260102-023000");
    assertThat(again.err().lines().filter(line -> line.contains("done before"))).hasSize(steps);
    assertThat(again.out()).isEqualTo(whole.out());
    assertThat(JsonFile.readTree(place.last().path().resolve("confirmation.json")))
        .isEqualTo(before);
    assertThat(forks.forks()).as("nothing was measured twice").isEqualTo(measured);
    CommandFixture recorded = place.history("list", "--format", "json").exits(ExitCode.OK);
    assertThat(recorded.out().split("\"hash\"", -1)).as("two runs").hasSize(3);
  }

  /** The page judges again to draw the rows, which needs what they were judged with. */
  @Test
  void aBaselineThatChangedMeanwhileIsNotDrawnAndThatIsSaid() throws IOException {
    anchored();
    night(1).exits(ExitCode.OK);
    place.at(3, Duration.ZERO);
    String whole = night(2, "--format", "html").exits(ExitCode.REGRESSION).out();
    forgetStepsFrom(place.last(), 6);
    Path other = new RowsFile().row(SLOW, 5).write(folder.resolve("other.json"));
    place.baseline("save", "main", other).exits(ExitCode.OK);
    for (int again = 1; again <= 2; again++) {
      CommandFixture resumed = night(0, "--format", "html").exits(ExitCode.REGRESSION);
      Document page = Jsoup.parse(resumed.out());
      assertThat(page.select("section > h2").eachText())
          .containsExactly(
              "Against 'rolling' of 2026-01-02, the rolling baseline: 3 rows, 1 suspect");
      assertThat(page.select("main").text())
          .containsOnlyOnce("Against 'main' of 2026-01-01, the anchor: 3 rows, 1 suspect.")
          .containsOnlyOnce("baseline 'main', or the noise that is known, is another by now")
          .contains("so that the page does not draw them; against-main.json holds them");
      assertThat(place.last().path().resolve("against-main.json")).isRegularFile();
      String text = Files.readString(place.last().report());
      assertThat(text).containsOnlyOnce("baseline 'main', or the noise that is known, is another");
      assertThat(whole).doesNotContain("is another by now");
      forgetStepsFrom(place.last(), 6);
    }
  }

  @Test
  void aNightThatDiedWhileConfirmingGoesOnThere() {
    anchored();
    ScriptedNights.jar(jar, 2);
    int before = forks.forks();
    forks.killAfter(9 + 3);
    assertThatThrownBy(() -> night(0)).isInstanceOf(ScriptedNights.Killed.class);
    assertThat(place.last().state().isDone("compare")).isTrue();
    assertThat(place.last().state().isDone("confirm")).isFalse();
    assertThat(new BaselineStore(place.baselines()).names()).containsExactly("main");
    forks.killAfter(Integer.MAX_VALUE);
    CommandFixture again = night(0).exits(ExitCode.REGRESSION);
    assertThat(again.err()).contains("[4/8] compare: done before");
    assertThat(forks.forks() - before).isGreaterThan(12);
  }

  @Test
  void anotherJarOrAnotherDayIsAnotherNight() {
    forks.killAfter(2);
    assertThatThrownBy(() -> night(1)).isInstanceOf(ScriptedNights.Killed.class);
    forks.killAfter(Integer.MAX_VALUE);
    night(0, "--resume", "--strict")
        .refusesWith("--resume: night 20260101-023000 was begun with other arguments or another");
    place.at(1, Duration.ofHours(13));
    NightFolder dead = place.last();
    CommandFixture late = night(0).exits(ExitCode.OK);
    assertThat(late.err()).contains("Night 20260101-023000 did not end; this is a new one.");
    assertThat(dead.state().end()).isEmpty();
    night(0, "--resume").refusesWith("--resume: the last night in " + place.nights() + " ended");

    place.at(2, Duration.ZERO);
    forks.killAfter(2);
    assertThatThrownBy(() -> night(0)).isInstanceOf(ScriptedNights.Killed.class);
    forks.killAfter(Integer.MAX_VALUE);
    place.at(3, Duration.ZERO);
    CommandFixture resumed = night(0, "--resume").exits(ExitCode.OK);
    assertThat(resumed.err()).contains("Going on with night 20260102-023000");

    place.at(4, Duration.ZERO);
    forks.killAfter(2);
    assertThatThrownBy(() -> night(0)).isInstanceOf(ScriptedNights.Killed.class);
    forks.killAfter(Integer.MAX_VALUE);
    CommandFixture rebuilt = night(2).exits(ExitCode.OK);
    assertThat(rebuilt.err()).contains("Night 20260104-023000 did not end; this is a new one.");
  }

  @Test
  void aJarThatIsBuiltAgainDuringTheNightDoesNotChangeIt() {
    ScriptedNights.jar(jar, 1);
    Path kept = jar;
    forks.killAfter(4);
    assertThatThrownBy(() -> night(0)).isInstanceOf(ScriptedNights.Killed.class);
    forks.killAfter(Integer.MAX_VALUE);
    String hash = place.last().state().jar().orElseThrow();
    assertThat(place.nights().resolve("jars").resolve(hash + ".jar")).hasSameBinaryContentAs(kept);
    night(0).exits(ExitCode.OK);
    assertThat(place.last().state().jar()).contains(hash);
  }
}
