package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.PairedSession;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.interleaved.UnitRunner;
import io.amorsize.jmh.interleaved.WarmupMemory;
import io.amorsize.result.JsonFile;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that end early, and go on. */
class SessionEndingTest {

  private static final String FAST = SessionPlace.FAST;
  private static final String SLOW = SessionPlace.SLOW;

  @TempDir Path folder;
  private SessionPlace place;

  @BeforeEach
  void twoJars() throws IOException {
    place = SessionPlace.in(folder);
  }

  private CommandFixture resume(ScriptedForks forks, Object... further) throws IOException {
    Object[] words = new Object[3 + further.length];
    words[0] = "ab";
    words[1] = "--resume";
    words[2] = place.session("ab");
    System.arraycopy(further, 0, words, 3, further.length);
    return CommandFixture.session(forks, words);
  }

  private JsonNode session() throws IOException {
    return JsonFile.readTree(place.session("ab").resolve("comparison.json")).get("session");
  }

  /** A pair of these forks takes 5 s, by what they say. */
  @Test
  void outOfTimeEndsWithThreeAndSaysHowToGoOn() throws IOException {
    CommandFixture run =
        place.ab(SessionPlace.oneSlower(), "--time-budget", "4s").exits(ExitCode.COULD_NOT_TELL);
    assertThat(run.outInOneLine())
        .contains("; out of time with 2 rows open.")
        .contains("Next: go on with 'ab --resume " + place.session("ab") + "'.");
    assertThat(session().get("ending").textValue()).isEqualTo("out-of-time");
    assertThat(session().get("open").intValue()).isEqualTo(2);
  }

  @Test
  void theTimeOfTheNewCallTakesThePlaceOfTheFirst() throws IOException {
    place.ab(SessionPlace.oneSlower(), "--time-budget", "4s").exits(ExitCode.COULD_NOT_TELL);
    resume(SessionPlace.oneSlower()).exits(ExitCode.COULD_NOT_TELL);
    CommandFixture run =
        resume(SessionPlace.oneSlower(), "--time-budget", "1h").exits(ExitCode.REGRESSION);
    assertThat(run.outInOneLine()).contains("1 slower").doesNotContain("out of time");
    assertThat(session().get("ending").textValue()).isEqualTo("complete");
  }

  @Test
  void theFormOfTheDocumentIsThatOfTheNewCall() throws IOException {
    Path first = folder.resolve("first.md");
    place.ab(SessionPlace.oneSlower(), "--format", "markdown", "-o", first);
    assertThat(first).content().startsWith("## Benchmarks");
    Files.delete(first);
    CommandFixture text = resume(ScriptedForks.of()).exits(ExitCode.REGRESSION);
    assertThat(text.out()).startsWith("1 slower, 0 faster");
    assertThat(first).doesNotExist();
    Path second = folder.resolve("second.json");
    CommandFixture json = resume(ScriptedForks.of(), "--format", "json", "-o", second);
    assertThat(json.exits(ExitCode.REGRESSION).out()).isEmpty();
    assertThat(second).content().startsWith("{");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--threshold 5%",
        "--max-forks 10",
        "--strict",
        "--fail-on never",
        "--candidate-jvm-args -Xmx1g",
        "--dry-run",
        "other.jar",
        "-- -wi 3",
      })
  void whatWouldChangeASessionIsNotPassedOver(String further) throws IOException {
    place.ab(SessionPlace.oneSlower());
    String[] words = further.split(" ");
    resume(ScriptedForks.of(), (Object[]) words)
        .refusesWith(
            "leave out " + (words[0].equals("--") ? "-wi" : words[0]) + ", or begin a new session");
  }

  @Test
  void whereAllFailedNothingIsCompared() throws IOException {
    ScriptedForks forks = ScriptedForks.of(FAST).failing(FAST, 2);
    CommandFixture run = place.ab(forks).exits(ExitCode.RUN_FAILED);
    assertThat(run.out()).startsWith("Nothing was measured on both sides; 1 failed.");
    assertThat(run.outInOneLine())
        .contains("Next: see " + place.session("ab").resolve("jmh.log") + " for what failed.");
    assertThat(session().at("/failures/0/benchmark").textValue()).isEqualTo(FAST);
  }

  @Test
  void whatWasNotBegunIsTold() {
    AtomicLong clock = new AtomicLong();
    ScriptedForks forks =
        ScriptedForks.of(FAST, SLOW).before(() -> clock.addAndGet(Duration.ofMinutes(1).toNanos()));
    SessionOutcome outcome = run(forks, clock, Duration.ofSeconds(30));
    assertThat(outcome.ending()).isEqualTo(SessionOutcome.Ending.OUT_OF_TIME);
    assertThat(outcome.comparison().rows()).hasSize(1);
    assertThat(outcome.notBegun())
        .extracting(unit -> unit.base().benchmark())
        .containsExactly(SLOW);
    assertThat(run(forks, clock, Duration.ofHours(1)).notBegun()).isEmpty();
  }

  private SessionOutcome run(ScriptedForks forks, AtomicLong clock, Duration budget) {
    SessionSides sides =
        new SessionSides(
            JarSide.of(place.base().toString()),
            JarSide.of(place.candidate().toString()),
            JmhArguments.parse(List.of()));
    SessionFolder kept = new SessionFolder(folder.resolve("session"));
    SequentialDesign design = SequentialDesign.upTo(5);
    SessionSpec spec = sides.list(forks, List.of("ab"), 1);
    Duration most = Duration.ofMinutes(1);
    WarmupMemory memory = new WarmupMemory(folder.resolve("memory.json"));
    UnitRunner runner = new UnitRunner(forks, sides, kept, memory, most);
    SessionLimits limits = new SessionLimits(design, Optional.of(budget), most);
    return new PairedSession(kept, spec, runner, limits, clock::get)
        .run(
            (base, candidate) ->
                Comparison.ofSession(
                    base, candidate, DecisionRule.defaults(), RowSelection.PRIMARY_OF_ALL, design),
            SessionListener.NONE);
  }
}
