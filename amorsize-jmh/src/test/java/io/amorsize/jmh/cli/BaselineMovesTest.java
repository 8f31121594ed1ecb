package io.amorsize.jmh.cli;

import static io.amorsize.jmh.cli.SessionPlace.FAST;
import static io.amorsize.jmh.cli.SessionPlace.SLOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.history.BaselineStore;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.policy.AcceptedChange;
import io.amorsize.policy.PolicyFile;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How baselines come, move and go, and who may agree to what. */
class BaselineMovesTest {

  @TempDir Path folder;

  private final RecordedSuites recorded = new RecordedSuites();
  private SessionPlace place;
  private Path store;

  @BeforeEach
  void open() throws IOException {
    place = SessionPlace.in(folder);
    store = folder.resolve("baselines");
    recorded.micros(10_000, 5_000);
  }

  private CommandFixture suite(Object... more) {
    Object[] all =
        Stream.concat(
                Stream.of(
                    "suite",
                    "--quick",
                    "--workload",
                    "cpu.*",
                    "--reports",
                    folder.resolve("runs"),
                    "--baselines",
                    store),
                Stream.of(more))
            .toArray();
    return CommandFixture.run(recorded::suite, all);
  }

  private CommandFixture baseline(Object... arguments) {
    Object[] all =
        Stream.of(Stream.of("baseline"), Stream.of(arguments), Stream.of("--baselines", store))
            .flatMap(part -> part)
            .toArray();
    return CommandFixture.run(all);
  }

  private Path lastRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.max(Comparator.comparing(Path::toString)).orElseThrow();
    }
  }

  private JsonNode entry(String name) {
    return JsonFile.readTree(store.resolve(name).resolve("baseline.json")).at("/entries/0");
  }

  @Test
  void aSuiteSavesItselfUnlessItFailed() throws IOException {
    CommandFixture first = suite("--save-baseline", "main").exits(ExitCode.OK);
    assertThat(first.err()).contains("Saved 1 workload as baseline 'main'");
    assertThat(first.out()).contains("Nothing was compared: there is no baseline 'main'");
    assertThat(entry("main").path("judged").asText()).isEqualTo("passed");
    String saved = entry("main").path("saved_at").asText();
    recorded.micros(15_000, 7_500);
    CommandFixture slower = suite("--save-baseline", "main").exits(ExitCode.REGRESSION);
    assertThat(slower.err())
        .contains("Not saved as baseline 'main', since the run failed; 'baseline promote main ");
    assertThat(entry("main").path("saved_at").asText()).isEqualTo(saved);
    Path run = lastRun();
    baseline("promote", "main", run).refusesWith("the run failed its judgement, so 'main' stays");
    baseline("save", "main", run).refusesWith("does not replace what 'main' holds");
    CommandFixture promoted =
        baseline("promote", "main", run, "--reason", "new format").exits(ExitCode.OK);
    assertThat(promoted.err())
        .contains("Baseline 'main' moved to " + run + ", because: new format. It is in ");
    assertThat(entry("main").path("reason").asText()).isEqualTo("new format");
    suite().exits(ExitCode.OK);
    assertThat(baseline("list").out())
        .containsPattern("(?m)^main +20\\S+Z .* failed$")
        .contains("Reasons:\n- main: new format\n");
    assertThat(baseline("list", "--format", "json").out()).contains("\"reason\" : \"new format\"");
  }

  @Test
  void aLenientBaselineNeedNotBeThere() {
    suite("--baseline", "other").refusesWith("no such baseline");
    CommandFixture lenient = suite("--baseline-lenient", "other").exits(ExitCode.OK);
    assertThat(lenient.outInOneLine())
        .contains("Nothing was compared: there is no baseline 'other'")
        .contains("baseline save other ");
    suite("--baseline-lenient", "other", "--strict").exits(ExitCode.COULD_NOT_TELL);
    suite("--save-baseline", "other").exits(ExitCode.OK);
    assertThat(suite("--baseline-lenient", "other").exits(ExitCode.OK).out())
        .contains("Compared with other: 0 worse");
    suite("--baseline", "other", "--baseline-lenient", "other")
        .refusesWith("--baseline and --baseline-lenient exclude each other");
    suite("--save-baseline", "a b").refusesWith("--save-baseline a b: a baseline's name is");
  }

  @Test
  void compareTakesAndSavesBaselinesToo() throws IOException {
    suite().exits(ExitCode.OK);
    Path run = lastRun();
    CommandFixture nothing =
        CommandFixture.run(
            "compare",
            "--baseline-lenient",
            "main",
            run,
            "--save-baseline",
            "main",
            "--baselines",
            store);
    nothing.exits(ExitCode.OK);
    assertThat(nothing.out())
        .contains("[no-baseline]")
        .contains("Nothing was compared.\nNext: keep this as the baseline with");
    assertThat(entry("main").path("judged").asText()).isEqualTo("passed");
    CommandFixture again =
        CommandFixture.run("compare", "--baseline-lenient", "main", run, "--baselines", store);
    assertThat(again.exits(ExitCode.OK).out()).contains("0 worse, 0 better");
    CommandFixture strict =
        CommandFixture.run(
            "compare",
            "--baseline-lenient",
            "none",
            run,
            "--strict",
            "--format",
            "json",
            "--baselines",
            store);
    assertThat(strict.exits(ExitCode.COULD_NOT_TELL).out()).contains("amorsize.no-comparison/1");
    CommandFixture.run("compare", "main", "main", "--save-baseline", "x", "--baselines", store)
        .exits(ExitCode.USAGE);
  }

  @Test
  void aSessionRunsAgainstTheJarOfABaselineAndBecomesOne() throws IOException {
    Path old = TestJars.benchmarks(folder.resolve("kept.jar"), "old");
    Path rows = folder.resolve("rows.json");
    Files.writeString(
        rows,
        """
        [{"jmhVersion": "1.37", "benchmark": "p.A.m", "mode": "avgt", "threads": 1, "forks": 1,
          "primaryMetric": {"score": 1.0, "scoreUnit": "us/op", "rawData": [[1.0, 1.1]]}}]
        """);
    baseline("save", "main", rows, "--jar", old).exits(ExitCode.OK);
    ScriptedForks forks = ScriptedForks.of(FAST, SLOW);
    CommandFixture session =
        CommandFixture.session(
            forks,
            place.command(
                "ab",
                place.candidate(),
                "--baseline",
                "main",
                "--save-baseline",
                "next",
                "--baselines",
                store));
    session.exits(ExitCode.OK);
    assertThat(session.out()).contains("Base: main. Current: " + place.candidate() + ".");
    assertThat(forks.requests()).anyMatch(request -> request.side().classPath().contains("/jars/"));
    assertThat(entry("next").path("judged").asText()).isEqualTo("passed");
    assertThat(new BaselineStore(store).find("next").orElseThrow().entries().get(0).jar())
        .hasValueSatisfying(jar -> assertThat(jar.verified()).hasContent("the new one"));
    CommandFixture.session(
            forks,
            place.command("ab", place.candidate(), "--baseline", "none", "--baselines", store))
        .refusesWith("no such baseline");
    CommandFixture.session(
            forks,
            place.command("ab", old, place.candidate(), "--baseline", "main", "--baselines", store))
        .refusesWith("--baseline keeps the old jar; name NEW.jar alone beside it");
  }

  @Test
  void aSlowerSessionBecomesNone() {
    ScriptedForks forks = SessionPlace.oneSlower();
    CommandFixture slower = place.ab(forks, "--save-baseline", "next", "--baselines", store);
    slower.exits(ExitCode.REGRESSION);
    assertThat(slower.err()).contains("Not saved as baseline 'next'");
    assertThat(new BaselineStore(store).names()).isEmpty();
  }

  @Test
  void whatASessionFoundSlowerIsAccepted() throws IOException {
    place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    Path session = place.session("ab");
    CommandFixture accepted =
        baseline(
            "accept",
            session,
            "--reason",
            "checks \"all\" input",
            "--by",
            "ann",
            "--until",
            "2999-12-31");
    accepted.exits(ExitCode.OK);
    assertThat(accepted.err())
        .containsPattern("Accepted: org.acme.Quick.slow up to \\+3[0-3] % until 2999-12-31\\.")
        .contains("Written to " + store.resolve("accepted.toml"));
    List<AcceptedChange> read = PolicyFile.read(store.resolve("accepted.toml")).accepted();
    assertThat(read).hasSize(1);
    assertThat(read.get(0).benchmark().text()).isEqualTo(SLOW);
    assertThat(read.get(0).reason()).isEqualTo("checks \"all\" input");
    assertThat(read.get(0).by()).isEqualTo("ann");
    assertThat(read.get(0).since()).isPresent();
    CommandFixture judged =
        place.ab(SessionPlace.oneSlower(), "--accepted", store.resolve("accepted.toml"));
    assertThat(judged.exits(ExitCode.OK).out()).contains("1 slower (1 accepted)");
  }

  @Test
  void aChangeIsAcceptedByNameToo() {
    baseline(
            "accept",
            "--include",
            "org.*",
            "--up-to",
            "2.5x",
            "--reason",
            "why",
            "--until",
            "never")
        .exits(ExitCode.OK);
    AcceptedChange change = PolicyFile.read(store.resolve("accepted.toml")).accepted().get(0);
    assertThat(change.upTo()).isEqualTo(1.5);
    assertThat(change.until()).isEmpty();
    assertThat(change.by()).isEqualTo(System.getProperty("user.name"));
    baseline("accept", "--include", "org.*", "--up-to", "5%", "--reason", "why").exits(ExitCode.OK);
    List<AcceptedChange> both = PolicyFile.read(store.resolve("accepted.toml")).accepted();
    assertThat(both.get(1).until().orElseThrow())
        .isAfter(LocalDate.of(2026, 1, 1))
        .isEqualTo(both.get(1).since().orElseThrow().plusDays(90));
  }

  @Test
  void refusesWhatNobodyCanAgreeTo() throws IOException {
    place.ab(ScriptedForks.of(FAST, SLOW)).exits(ExitCode.OK);
    Path session = place.session("ab");
    baseline("accept", session, "--reason", "why").refusesWith("holds no row that got slower");
    baseline("accept", session).refusesWith("--reason");
    baseline("accept", session, "--reason", " ").refusesWith("--reason must say something");
    baseline("accept", "--reason", "why").refusesWith("name a comparison, or say --include");
    baseline("accept", session, "--reason", "why", "--until", "2001-01-01")
        .refusesWith("--until 2001-01-01 has passed");
    baseline("accept", session, "--reason", "why", "--until", "soon")
        .refusesWith("--until must be a date such as 2026-12-31, or never, is soon");
    baseline("accept", "--include", "x", "--up-to", "5", "--reason", "why")
        .refusesWith("'5' is not a threshold");
    assertThat(store.resolve("accepted.toml")).doesNotExist();
  }

  @Test
  void removesOnlyOnceMoreAsked() {
    suite("--save-baseline", "old").exits(ExitCode.OK);
    baseline("remove", "old").refusesWith("holds 1 result that would be gone; say --yes");
    assertThat(new BaselineStore(store).names()).containsExactly("old");
    assertThat(baseline("remove", "old", "--yes").exits(ExitCode.OK).err())
        .contains("Removed baseline 'old' from " + store);
    assertThat(new BaselineStore(store).names()).isEmpty();
    baseline("remove", "old", "--yes").refusesWith("no such baseline");
  }

  @Test
  void aBaselineMovesToAnother() {
    suite("--save-baseline", "rolling").exits(ExitCode.OK);
    assertThat(baseline("promote", "main", "rolling").exits(ExitCode.OK).err())
        .contains("Baseline 'main' is now rolling. It is in ");
    assertThat(entry("main").path("source").asText()).isEqualTo("rolling");
    baseline("promote", "main", "nothing").refusesWith("no such baseline");
    assertThat(suite().exits(ExitCode.OK).out()).contains("Compared with main: 0 worse");
  }
}
