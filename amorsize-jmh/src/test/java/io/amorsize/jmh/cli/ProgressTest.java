package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.cli.Terminal.Watched;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.runner.RecordedPlantedRuns;
import io.amorsize.jmh.runner.RecordedSuites;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a person sees while a command works: what is done of what is expected, and the time. */
class ProgressTest {

  private static final int WIDTH = 100;
  private static final String FAST = SessionPlace.FAST;

  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Terminal terminal(Watched watched) {
    return new Terminal(
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        watched,
        WIDTH,
        Map.of());
  }

  /** Runs a command and gives back what it wrote beside its document. */
  private String run(String command, Watched watched, String... more) throws IOException {
    err.reset();
    List<Object> options = new ArrayList<>(List.of((Object[]) more));
    Terminal terminal = terminal(watched);
    switch (command) {
      case "ab", "calibrate" -> session(terminal, command, options);
      case "suite" -> suite(terminal, options);
      case "self-test" ->
          new CommandLine(new SelfTestCommand(terminal, log -> RecordedPlantedRuns.faithful()))
              .execute(texts(options));
      case "nightly" -> night(terminal, options);
      case "history import" -> imported(terminal, options);
      default -> evaluated(terminal, options);
    }
    return err.toString(StandardCharsets.UTF_8);
  }

  private void session(Terminal terminal, String command, List<Object> options) throws IOException {
    SessionPlace place = SessionPlace.in(folder);
    List<Object> all = new ArrayList<>(options);
    all.add(place.base());
    if (command.equals("ab")) {
      all.add(place.candidate());
    } else {
      all.addAll(List.of("--baselines", folder.resolve("baselines"), "--sessions", "3"));
    }
    String[] arguments = texts(List.of(place.command(command, all.toArray())));
    int code =
        Main.run(
            terminal,
            () -> {
              throw new AssertionError("no workload should be measured");
            },
            (log, work) -> ScriptedForks.of(FAST),
            arguments);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }

  private void suite(Terminal terminal, List<Object> options) {
    List<Object> all = new ArrayList<>(List.of("suite", "--quick", "--workload", "cpu.*"));
    all.addAll(List.of("--reports", folder.resolve("reports"), "--no-color"));
    all.addAll(options);
    assertThat(Main.run(terminal, new RecordedSuites()::suite, texts(all))).isZero();
  }

  private void night(Terminal terminal, List<Object> options) {
    ScriptedNights forks = new ScriptedNights(List.of("p.A.one"), (name, version) -> 10);
    NightPlace place = new NightPlace(folder).forks(forks);
    List<Object> all = new ArrayList<>(options);
    all.addAll(List.of("--nights", place.nights(), "--baselines", place.baselines()));
    all.addAll(List.of("--memory", folder.resolve("warmup.json"), "--no-history", "--quick"));
    all.addAll(List.of("--jar", ScriptedNights.jar(folder.resolve("b.jar"), 1)));
    assertThat(new CommandLine(new NightlyCommand(terminal, place.tools())).execute(texts(all)))
        .isZero();
  }

  private void imported(Terminal terminal, List<Object> options) {
    List<Object> all = new ArrayList<>(List.of("import"));
    for (int night = 0; night < 3; night++) {
      all.add(
          new RowsFile()
              .row("p.A.m", 10 + night)
              .write(folder.resolve("2026-01-0" + (night + 1) + ".json")));
    }
    all.addAll(List.of("--history", folder.resolve("history.db")));
    all.addAll(options);
    InstantSource clock = InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(Main.runHistory(terminal, clock, texts(all))).isZero();
  }

  private void evaluated(Terminal terminal, List<Object> options) {
    List<Object> all = new ArrayList<>(List.of("evaluate", "history", "--nights", "4"));
    all.addAll(List.of("--benchmarks", "3", "--forks", "3", "--iterations", "2"));
    all.addAll(options);
    CommandLine line = new CommandLine(new EvaluateCommand());
    line.addSubcommand(new EvaluateHistoryCommand(terminal));
    assertThat(line.execute(texts(all.subList(1, all.size())))).isZero();
  }

  private static String[] texts(List<Object> arguments) {
    return arguments.stream().map(Object::toString).toArray(String[]::new);
  }

  private static Stream<String> lines(String err) {
    return Stream.of(err.split("[\\r\\n]+")).map(String::strip).filter(line -> !line.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "calibrate",
        "suite",
        "self-test",
        "nightly",
        "history import",
        "evaluate history"
      })
  void isShownWhereStandardErrorIsATerminal(String command) throws IOException {
    List<String> shown =
        lines(run(command, Watched.BOTH)).filter(line -> line.startsWith(command + " ")).toList();
    assertThat(shown).isNotEmpty();
    String last = shown.get(shown.size() - 1);
    // All that was expected was done; the elapsed time and the expected rest stand behind it.
    assertThat(last).matches(".* 100% .*\\b(\\d+)/\\1\\b.*").containsPattern("\\(0:00:\\d\\d / ");
    assertThat(shown).allSatisfy(line -> assertThat(line).hasSizeLessThan(WIDTH));
    assertThat(lines(run(command, Watched.BOTH, "--quiet")))
        .noneMatch(line -> line.contains("%") && line.contains("/"));
    for (boolean out : new boolean[] {true, false}) {
      String unwatched = run(command, new Watched(out, false));
      assertThat(unwatched).doesNotContain("\r");
      assertThat(lines(unwatched)).noneMatch(line -> line.contains("%") && line.contains("/"));
    }
  }

  @Test
  void theLineIsTakenAway() {
    try (TaskProgress progress = new TaskProgress(terminal(Watched.BOTH), "ab", 4, "forks")) {
      progress.say("Lists.sort");
      progress.step();
      progress.expect(2);
      progress.reach(2);
    }
    String[] written = err.toString(StandardCharsets.UTF_8).split("\\r");
    assertThat(written).anyMatch(line -> line.contains("2/2 forks") && line.contains("Lists.sort"));
    assertThat(written[written.length - 1])
        .isBlank()
        .hasSizeGreaterThanOrEqualTo(shownWidth(written));
    assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("\r").doesNotContain("\n");
  }

  private static int shownWidth(String[] written) {
    return Stream.of(written)
        .filter(line -> !line.isBlank())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
