package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.interleaved.JarForkRequest;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmCommandTest {

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

  private RecordedComparison comparison() throws IOException {
    return ComparisonFile.read(place.session("confirm").resolve("comparison.json"));
  }

  /** A comparison that no session made. */
  private Path compared() throws IOException {
    place.ab(SessionPlace.oneSlower());
    String text =
        Files.readString(place.session("ab").resolve("comparison.json"))
            .replace(place.base().toString(), "nightly")
            .replace(place.candidate().toString(), "today");
    return Files.writeString(folder.resolve("compared.json"), text);
  }

  @Test
  void theSlowerRowOfASessionRunsAgainAloneOnTheSameSides() throws IOException {
    ScriptedForks first = SessionPlace.oneSlower();
    place.ab(first, "--candidate-jvm-args", "-Xmx1g", "--", "-wi", 3).exits(ExitCode.REGRESSION);
    ScriptedForks forks = SessionPlace.oneSlower();
    CommandFixture run = confirm(forks, place.session("ab")).exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine())
        .contains("1 slower")
        .contains(
            "Next: what is slower is confirmed: mend it, or agree to it with 'baseline accept");
    assertThat(forks.requests()).extracting(r -> r.unit().benchmark()).containsOnly(SLOW);
    assertThat(forks.requests())
        .extracting(JarForkRequest::jmhArgs)
        .containsOnly(List.of("-wi", "3", "-bm", "avgt", "-t", "1"));
    assertThat(forks.requests())
        .extracting(JarForkRequest::side)
        .extracting(side -> side.classPath() + side.jvmArgs())
        .containsOnly(place.base() + "[]", place.candidate() + "[-Xmx1g]");
    assertThat(comparison().rows()).hasSize(1);
    assertThat(comparison().current()).isEqualTo(place.candidate() + " with -Xmx1g");
  }

  @Test
  void aFalseAlarmIsNotConfirmed() throws IOException {
    place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    confirm(ScriptedForks.of(FAST, SLOW), place.session("ab")).exits(ExitCode.OK);
    assertThat(comparison().open()).isEmpty();
  }

  @Test
  void aJarThatWasBuiltAgainSinceConfirmsNothing() throws IOException {
    place.ab(SessionPlace.oneSlower());
    Files.writeString(place.candidate(), "built again");
    confirm(ScriptedForks.of(), place.session("ab"))
        .refusesWith(place.candidate() + ": is another file than when the session began");
  }

  @Test
  void whereNothingStandsOutNothingRuns() throws IOException {
    place.ab(ScriptedForks.of(FAST, SLOW)).exits(ExitCode.OK);
    ScriptedForks none = ScriptedForks.of();
    CommandFixture run = confirm(none, place.session("ab")).exits(ExitCode.OK);
    assertThat(run.err().strip())
        .isEqualTo(
            "amorsize: nothing to confirm: no row is slower or suspect. Next: nothing to do.");
    assertThat(run.out()).isEmpty();
    assertThat(none.requests()).isEmpty();
  }

  @Test
  void aComparisonOfTwoFilesNeedsTheirJars() throws IOException {
    Path file = compared();
    ScriptedForks forks = SessionPlace.oneSlower();
    Object[] jars = {file, "--baseline-jar", place.base(), "--candidate-jar", place.candidate()};
    confirm(forks, jars).exits(ExitCode.REGRESSION);
    assertThat(forks.requests())
        .extracting(request -> request.side().classPath())
        .containsOnly(place.base().toString(), place.candidate().toString());
    assertThat(forks.requests()).extracting(r -> r.unit().benchmark()).containsOnly(SLOW);
  }

  @Test
  void withoutItsJarOneSentenceNamesTheOption() throws IOException {
    Path file = compared();
    confirm(ScriptedForks.of(), file)
        .refusesWith("does not say which jar measured 'nightly'; name it with --baseline-jar");
    confirm(ScriptedForks.of(), file, "--baseline-jar", place.base())
        .refusesWith("does not say which jar measured 'today'; name it with --candidate-jar");
  }

  @Test
  void oneComparisonIsNeeded() {
    confirm(ScriptedForks.of()).refusesWith("a comparison is missing");
    confirm(ScriptedForks.of(), "a.json", "b.json").refusesWith("more than one comparison");
    confirm(ScriptedForks.of(), "none.json").refusesWith("none.json");
  }

  @Test
  void itGoesOnWithItsOwnArguments() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--candidate-jvm-args", "-Xmx1g", "--", "-t", 2);
    ScriptedForks dying =
        SessionPlace.oneSlower()
            .before(
                () -> {
                  throw new IllegalStateException("killed");
                });
    confirm(dying, place.session("ab")).exits(ExitCode.RUN_FAILED);
    ScriptedForks rest = SessionPlace.oneSlower();
    resume(rest).exits(ExitCode.REGRESSION);
    assertThat(rest.requests())
        .extracting(JarForkRequest::side)
        .extracting(side -> side.classPath() + side.jvmArgs())
        .containsOnly(place.base() + "[]", place.candidate() + "[-Xmx1g]");
    ScriptedForks none = ScriptedForks.of();
    resume(none).exits(ExitCode.REGRESSION);
    assertThat(none.requests()).isEmpty();
  }

  @Test
  void withNamedJarsItGoesOnToo() throws IOException {
    Object[] jars = {
      compared(), "--baseline-jar", place.base(), "--candidate-jar", place.candidate()
    };
    confirm(SessionPlace.oneSlower(), jars).exits(ExitCode.REGRESSION);
    ScriptedForks none = ScriptedForks.of();
    resume(none).exits(ExitCode.REGRESSION);
    assertThat(none.requests()).isEmpty();
  }

  private CommandFixture resume(ScriptedForks forks) throws IOException {
    return CommandFixture.session(forks, "confirm", "--resume", place.session("confirm"));
  }
}
