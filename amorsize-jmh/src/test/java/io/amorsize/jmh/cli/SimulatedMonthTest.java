package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.BaselineStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thirty nights of a jar that changes every day. One row gets slower by 0.5 % a night, another by
 * 12 % in night 20, which is agreed to before night 25; night 13 does not run, and night 16 dies.
 */
class SimulatedMonthTest {

  private static final String CREEPING = "org.acme.Month.creeping";
  private static final String STEPPING = "org.acme.Month.stepping";
  private static final int MISSING = 13;
  private static final int DYING = 16;
  private static final int STEP = 20;
  private static final int TOLD = 23;
  private static final int ACCEPTED = 25;
  private static final int LAST = 30;

  @TempDir Path folder;

  private final ScriptedNights forks =
      new ScriptedNights(
          List.of(
              CREEPING,
              STEPPING,
              "org.acme.Month.one",
              "org.acme.Month.two",
              "org.acme.Month.three",
              "org.acme.Month.four"),
          SimulatedMonthTest::cost);

  private final Map<Integer, CommandFixture> nights = new LinkedHashMap<>();
  private NightPlace place;

  private static double cost(String benchmark, int version) {
    return switch (benchmark) {
      case CREEPING -> 40 * Math.pow(1.005, version - 1);
      case STEPPING -> version < STEP ? 10 : 11.2;
      default -> 5 + benchmark.length();
    };
  }

  private CommandFixture night(int number) {
    place.at(number, Duration.ZERO);
    Path jar = ScriptedNights.jar(folder.resolve("benchmarks.jar"), number);
    CommandFixture night = place.night("--jar", jar, "--commit", "c" + number);
    nights.put(number, night);
    return night;
  }

  private String rollingFollows() {
    BaselineStore store = new BaselineStore(place.baselines());
    return store
        .find("rolling")
        .flatMap(rolling -> rolling.entries().get(0).origin().commit())
        .orElse("none");
  }

  /** Runs nights that pass, up to one that does not or to the last. */
  private int passUntil(int from, int last) {
    for (int number = from; number <= last; number++) {
      if (number == MISSING) {
        place.at(number, Duration.ofHours(12));
        place.history("check", "--max-age", "36h").exits(ExitCode.OK);
        place.at(number + 1, Duration.ZERO);
        place.history("check", "--max-age", "36h").exits(ExitCode.COULD_NOT_TELL);
      } else if (number == DYING) {
        dies(number);
      } else if (night(number).exitCode() != ExitCode.OK.value()) {
        return number;
      } else {
        assertThat(rollingFollows()).as("night %d", number).isEqualTo("c" + number);
      }
    }
    return last + 1;
  }

  private void dies(int number) {
    forks.killAfter(7);
    assertThatThrownBy(() -> night(number)).isInstanceOf(ScriptedNights.Killed.class);
    assertThat(place.last().state().end()).isEmpty();
    assertThat(place.last().state().isDone("measure")).isFalse();
    forks.killAfter(Integer.MAX_VALUE);
    assertThat(rollingFollows()).isEqualTo("c" + (number - 1));
  }

  @Test
  void everyNightEndsAsItShould() {
    place = new NightPlace(folder).forks(forks);
    CommandFixture first = night(1).exits(ExitCode.OK);
    assertThat(first.err()).contains("[4/8] compare: nothing, there is no baseline");
    assertThat(first.outInOneLine())
        .contains("Nothing was compared: there is no baseline yet.")
        .contains("'baseline promote main " + place.last().path() + "' makes it the anchor.");
    assertThat(rollingFollows()).isEqualTo("none");
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);

    // 3 % of creep, the smallest change that counts, are reached in night 7.
    int caught = passUntil(2, MISSING - 1);
    assertThat(caught).isBetween(7, 11);
    CommandFixture creep = nights.get(caught).exits(ExitCode.REGRESSION);
    assertThat(creep.outInOneLine())
        .containsPattern("Month.creeping main .* slower")
        .contains("Against 'rolling' of 2026-01-0" + (caught - 1))
        .contains("the rolling baseline: 6 rows, none suspect.")
        .containsPattern("Failed: 1 row confirmed slower \\(Month.creeping \\+[345]");
    assertThat(rollingFollows()).isEqualTo("c" + (caught - 1));
    place.at(caught, Duration.ofHours(7));
    place
        .baseline("accept", place.last().path(), "--up-to", "25%", "--reason", "pays for safety")
        .exits(ExitCode.OK);

    assertThat(passUntil(caught + 1, STEP - 1)).isEqualTo(STEP);
    assertThat(nights.get(DYING + 1).err())
        .contains("Night 20260116-023000 did not end; this is a new one.");

    for (int number = STEP; number < ACCEPTED; number++) {
      CommandFixture failed = night(number).exits(ExitCode.REGRESSION);
      assertThat(failed.outInOneLine())
          .as("night %d", number)
          .containsPattern("Month.stepping rolling \\+1\\d\\.\\d % \\+1[12]\\.\\d % slower")
          .containsPattern("Month.stepping main .* slower")
          .containsPattern("Failed: 1 row confirmed slower \\(Month.stepping \\+1");
      assertThat(rollingFollows()).isEqualTo("c" + (STEP - 1));
    }
    // What comes next in it is where the night lies.
    String told = nights.get(TOLD).out();
    ShownBlock.NIGHT_AFTER_A_STEP.requireLetters(told.substring(0, told.indexOf("\nNext: ")));
    place.at(ACCEPTED - 1, Duration.ofHours(7));
    place
        .baseline("accept", place.last().path(), "--include", STEPPING, "--reason", "new format")
        .exits(ExitCode.OK);

    assertThat(passUntil(ACCEPTED, LAST)).isEqualTo(LAST + 1);
    assertThat(nights.get(ACCEPTED).out()).contains("accepted");
    place.history("list", "--format", "json").exits(ExitCode.OK);
    assertThat(place.history("list").out()).contains("nightly");
    assertThat(nights).hasSize(LAST - 2);
  }
}
