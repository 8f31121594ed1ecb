package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.amorsize.jmh.interleaved.JarForkRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  private Path baselines() {
    return folder.resolve("baselines");
  }

  private CommandFixture calibrate(ScriptedForks forks, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(place.base(), "--baselines", baselines()));
    all.addAll(List.of(arguments));
    return CommandFixture.session(forks, place.command("calibrate", all.toArray()));
  }

  private Path noise() throws IOException {
    try (Stream<Path> files = Files.list(baselines())) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void everySessionMeasuresTheSameAndTheHostsNoiseIsKept() throws IOException {
    ScriptedForks forks = ScriptedForks.of(SessionPlace.FAST, SessionPlace.SLOW);
    CommandFixture run =
        calibrate(forks, "--sessions", "4", "--forks", "3", "--format", "json").exits(ExitCode.OK);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("schema").textValue()).isEqualTo("amorsize.calibration/1");
    assertThat(json.get("sessions").intValue()).isEqualTo(4);
    assertThat(json.get("rows")).hasSize(2);
    JsonNode alarms = json.get("alarms");
    assertThat(alarms.at("/withinSessions/comparisons").intValue()).isEqualTo(4);
    assertThat(alarms.at("/betweenSessions/comparisons").intValue()).isEqualTo(6);
    assertThat(alarms.at("/betweenSessionsNoiseKnown/rows").intValue()).isEqualTo(12);
    // 4 sessions of 3 forks on 2 sides, beside those that found the iterations of each.
    List<JarForkRequest> measured =
        forks.requests(SessionPlace.FAST).stream()
            .filter(request -> request.iterations().warmup().orElse(0) > 1)
            .toList();
    assertThat(measured).hasSize(24);
    assertThat(new ObjectMapper().readTree(noise().toFile()).get("schema").textValue())
        .isEqualTo("amorsize.noise/1");
    Path session = place.session("calibrate").resolve("session-4");
    assertThat(session.resolve("base.json")).exists();
    assertThat(session.resolve("candidate.warmup.json")).exists();
  }

  @Test
  void compareTakesItIntoAccountAndSaysSo() throws IOException {
    ScriptedForks forks = ScriptedForks.of(SessionPlace.FAST);
    assertThat(calibrate(forks, "--sessions", "3").exits(ExitCode.OK).outInOneLine())
        .contains("two sides of a session", "two sessions, noise known", "noise-");
    Path sessions = place.session("calibrate");
    Path one = sessions.resolve("session-1").resolve("base.json");
    Path two = sessions.resolve("session-2").resolve("base.json");
    List<Object> compare =
        List.of("compare", one, two, "--baselines", baselines(), "--format", "json");
    CommandFixture unknown = CommandFixture.run(compare.toArray());
    assertThat(unknown.out()).doesNotContain("session-noise");
    List<Object> here = new ArrayList<>(compare);
    here.addAll(List.of("--noise", "here"));
    CommandFixture told = CommandFixture.run(here.toArray()).exits(ExitCode.OK);
    assertThat(told.out()).contains("session-noise", "known of 1 of 1 rows");
    assertThat(CommandFixture.run("compare", one, two, "--noise", "some").exitCode())
        .isEqualTo(ExitCode.USAGE.value());
  }

  @Test
  void theHistoryKeepsItToo() throws IOException {
    Path history = folder.resolve("h.db");
    CommandFixture run =
        calibrate(ScriptedForks.of(SessionPlace.FAST), "--sessions", "3", "--history", history)
            .exits(ExitCode.OK);
    assertThat(run.outInOneLine()).contains("and in " + history);
    Files.delete(noise());
    Path sessions = place.session("calibrate");
    CommandFixture compared =
        CommandFixture.run(
            "compare",
            sessions.resolve("session-1").resolve("base.json"),
            sessions.resolve("session-2").resolve("base.json"),
            "--baselines",
            baselines(),
            "--history",
            history,
            "--noise",
            "here");
    assertThat(compared.exits(ExitCode.OK).outInOneLine())
        .contains("when this host was calibrated on", "known of 1 of 1 rows");
  }

  @Test
  void whatFailsTwiceIsLeftOutAndTold() {
    ScriptedForks forks =
        ScriptedForks.of(SessionPlace.FAST, SessionPlace.SLOW).failing(SessionPlace.SLOW, 2);
    CommandFixture run = calibrate(forks, "--sessions", "3").exits(ExitCode.RUN_FAILED);
    assertThat(run.outInOneLine()).contains(SessionPlace.SLOW + ": JMH ended with exit code 7");
  }

  @Test
  void aDryRunMeasuresNothing() {
    ScriptedForks forks = ScriptedForks.of(SessionPlace.FAST);
    assertThat(calibrate(forks, "--dry-run").exits(ExitCode.OK).outInOneLine())
        .contains("5 sessions, 30 forks", "nothing was run");
    assertThat(forks.requests()).isEmpty();
    assertThat(place.reports()).doesNotExist();
  }

  @Test
  void wrongArgumentsAreOneSentence() {
    ScriptedForks forks = ScriptedForks.of(SessionPlace.FAST);
    calibrate(forks, "--sessions", "2").refusesWith("--sessions must be 3 to 100, is 2");
    calibrate(forks, "--forks", "2").refusesWith("--forks must be 3 to 100, is 2");
    calibrate(forks, place.candidate()).refusesWith("more than one jar");
    CommandFixture.session(forks, "calibrate").refusesWith("a jar is missing");
    CommandFixture.session(forks, "calibrate", folder.resolve("no.jar")).refusesWith("no.jar");
  }
}
