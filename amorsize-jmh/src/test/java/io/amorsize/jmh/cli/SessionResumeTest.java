package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.interleaved.JarForkRequest;
import io.amorsize.jmh.json.ComparisonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionResumeTest {

  private static final String FAST = SessionPlace.FAST;
  private static final String SLOW = SessionPlace.SLOW;

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  private static CommandFixture resume(ScriptedForks forks, Path session, Object... further) {
    Object[] arguments = new Object[3 + further.length];
    arguments[0] = "ab";
    arguments[1] = "--resume";
    arguments[2] = session;
    System.arraycopy(further, 0, arguments, 3, further.length);
    return CommandFixture.session(forks, arguments);
  }

  /** Forks of which the program dies before one of them. */
  private static ScriptedForks dyingBefore(int fork) {
    AtomicInteger begun = new AtomicInteger();
    return SessionPlace.oneSlower()
        .before(
            () -> {
              if (begun.incrementAndGet() == fork) {
                throw new IllegalStateException("killed");
              }
            });
  }

  @Test
  void aFinishedSessionRunsNothingAndReportsAgain() throws IOException {
    CommandFixture first = place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    ScriptedForks none = ScriptedForks.of();
    CommandFixture again = resume(none, place.session("ab")).exits(ExitCode.REGRESSION);
    assertThat(none.requests()).isEmpty();
    assertThat(again.out()).isEqualTo(first.out());
  }

  @Test
  void aKilledSessionGoesOnWithItsOwnArgumentsAndFindsTheSame() throws IOException {
    Object[] arguments = {"--threshold", "7%", "--candidate-jvm-args", "-Xmx1g", "--", "-t", 2};
    place.ab(dyingBefore(9), arguments).exits(ExitCode.RUN_FAILED);
    ScriptedForks rest = SessionPlace.oneSlower();
    Path session = place.session("ab");
    resume(rest, session).exits(ExitCode.REGRESSION);
    assertThat(rest.requests())
        .isNotEmpty()
        .extracting(JarForkRequest::jmhArgs)
        .containsOnly(List.of("-t", "2"));
    assertThat(rest.requests())
        .extracting(request -> request.side().jvmArgs())
        .contains(List.of(), List.of("-Xmx1g"));
    assertThat(rest.requests()).allMatch(this::isOfItsJar);
    assertThat(ComparisonFile.read(session.resolve("comparison.json")).threshold()).isEqualTo(0.07);
  }

  private boolean isOfItsJar(JarForkRequest request) {
    Path jar = request.side().jvmArgs().isEmpty() ? place.base() : place.candidate();
    return request.side().classPath().equals(jar.toString());
  }

  @Test
  void whatIsMeasuredIsNotMeasuredAgain() throws IOException {
    ScriptedForks whole = SessionPlace.oneSlower();
    place.ab(whole);
    Path copy = folder.resolve("second");
    ScriptedForks begun = dyingBefore(9);
    CommandFixture.session(
            begun,
            "ab",
            place.base(),
            place.candidate(),
            "--reports",
            copy,
            "--seed",
            1,
            "--memory",
            folder.resolve("other-memory.json"))
        .exits(ExitCode.RUN_FAILED);
    ScriptedForks rest = SessionPlace.oneSlower();
    try (java.util.stream.Stream<Path> sessions = Files.list(copy)) {
      resume(rest, sessions.findFirst().orElseThrow()).exits(ExitCode.REGRESSION);
    }
    assertThat(begun.requests()).hasSize(8);
    assertThat(rest.requests()).hasSize(whole.requests().size() - 8);
  }

  @Test
  void anotherJarThanWhenTheSessionBeganIsRefused() throws IOException {
    place.ab(SessionPlace.oneSlower());
    Files.writeString(place.candidate(), "built again");
    ScriptedForks none = ScriptedForks.of();
    resume(none, place.session("ab"))
        .refusesWith(place.candidate() + ": is another file than when the session began");
    assertThat(none.requests()).isEmpty();
  }

  @Test
  void aJarThatIsGoneIsRefused() throws IOException {
    place.ab(SessionPlace.oneSlower());
    Files.delete(place.base());
    resume(ScriptedForks.of(), place.session("ab")).refusesWith("there is no such file");
  }

  @Test
  void whereNoSessionBeganNoneGoesOn() throws IOException {
    resume(ScriptedForks.of(), folder).refusesWith("holds no session");
    resume(ScriptedForks.of(), folder.resolve("none")).refusesWith("holds no session");
  }

  @Test
  void aDryRunOfASessionThatGoesOnIsRefused() throws IOException {
    place.ab(SessionPlace.oneSlower());
    resume(ScriptedForks.of(), place.session("ab"), "--dry-run").refusesWith("--dry-run");
  }

  @Test
  void aSessionOfAnotherProgramIsRefused() throws IOException {
    place.ab(ScriptedForks.of(FAST, SLOW));
    Path file = place.session("ab").resolve("session.json");
    String text = Files.readString(file);
    assertThat(text).contains("\"ab\"");
    Files.writeString(file, text.replace("\"ab\"", "\"bisect\""));
    resume(ScriptedForks.of(), place.session("ab"))
        .refusesWith("was begun by 'bisect', which this program does not have");
  }
}
