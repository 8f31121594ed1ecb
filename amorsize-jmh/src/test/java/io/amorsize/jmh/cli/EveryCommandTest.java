package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RecordedPlantedRuns;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.jmh.schema.Schemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Whatever the command: the last line says what to do next, and what it writes for programs fits a
 * schema.
 */
class EveryCommandTest {

  /**
   * These play recorded benchmarks or race for minutes; the tests of their reports look at both.
   */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "evaluate rule",
          "evaluate sequential",
          "evaluate nightly",
          "evaluate trends",
          "evaluate steady",
          "evaluate optimizer",
          "evaluate speed",
          "evaluate null-table");

  private static final Instant FIRST = Instant.parse("2026-02-01T02:00:00Z");

  /** Runs a command on small inputs. */
  private interface Example {
    /** What it says on both streams. */
    Said run(Object... more) throws IOException;
  }

  private record Said(String out, String err) {
    static Said of(CommandFixture run) {
      return new Said(run.out(), run.err());
    }

    /** A document goes to standard output, a sentence about a deed to standard error. */
    String shown() {
      return (out.isBlank() ? err : out).strip();
    }
  }

  @TempDir Path folder;
  private final Map<String, Example> examples = new TreeMap<>();
  private HistoryFixture history;
  private SessionPlace jars;
  private NightPlace nights;

  @BeforeEach
  void prepare() throws IOException {
    history = new HistoryFixture(folder);
    jars = SessionPlace.in(folder);
    ScriptedNights forks = new ScriptedNights(List.of("org.acme.A.b"), (name, version) -> 10);
    nights = new NightPlace(folder).forks(forks);
    results();
    sessions();
    histories();
    baselines();
  }

  private static CommandLine commands() {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(nowhere, true, StandardCharsets.UTF_8);
    return Main.commandLine(
        new Terminal(stream, stream, Terminal.Watched.NONE, 80, Map.of()),
        PerformanceSuite::new,
        (log, work) -> null);
  }

  private static Stream<CommandLine> leaves(CommandLine line) {
    return line.getSubcommands().isEmpty()
        ? Stream.of(line)
        : line.getSubcommands().values().stream().flatMap(EveryCommandTest::leaves);
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName().replaceFirst("^amorsize ", "");
  }

  static List<String> commandNames() {
    return leaves(commands())
        .map(EveryCommandTest::name)
        .filter(name -> !ELSEWHERE.contains(name))
        .toList();
  }

  /** Those that have a form for programs. */
  static List<String> documentCommands() {
    return leaves(commands())
        .filter(line -> line.getCommandSpec().findOption("--format") != null)
        .map(EveryCommandTest::name)
        .filter(name -> !ELSEWHERE.contains(name))
        .toList();
  }

  private static Object[] all(List<?> first, Object... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toArray();
  }

  private Path rows(String name, double center) {
    return new RowsFile()
        .row("p.A.first", "avgt", "us/op", RowsFile.forks(center, 5, 0.01))
        .write(folder.resolve(name));
  }

  private void simple(String name, Object... arguments) {
    Object[] command = all(List.of(name.split(" ")), arguments);
    examples.put(name, more -> Said.of(CommandFixture.run(all(List.of(command), more))));
  }

  private CommandFixture suite(Object... more) {
    List<?> command =
        List.of(
            "suite",
            "--quick",
            "--workload",
            "(cpu|fast).*",
            "--reports",
            folder.resolve("suites"),
            "--baselines",
            folder.resolve("baselines"));
    return CommandFixture.run(new RecordedSuites()::suite, all(command, more));
  }

  private void results() {
    Path before = rows("before.json", 10);
    Path now = rows("now.json", 12);
    examples.put("suite", more -> Said.of(suite(more)));
    examples.put(
        "validate",
        more ->
            Said.of(
                CommandFixture.run(
                    new RecordedSuites()::suite, all(List.of("validate", "cpu_intensive"), more))));
    simple("compare", before, now);
    simple("report", before);
    simple("steady", before);
    simple("merge", before, now, "-o", folder.resolve("merged.json"));
    simple("optimize", "fast_function");
    simple("doctor");
    examples.put(
        "self-test",
        more -> Said.of(CommandFixture.selfTest(log -> RecordedPlantedRuns.faithful(), more)));
    simple("evaluate history", "--benchmarks", 3, "--nights", 12, "--forks", 3, "--iterations", 3);
  }

  private void sessions() {
    examples.put("ab", more -> Said.of(jars.ab(SessionPlace.oneSlower(), more)));
    examples.put(
        "confirm",
        more -> {
          jars.ab(SessionPlace.oneSlower());
          Object[] command = jars.command("confirm", all(List.of(jars.session("ab")), more));
          return Said.of(CommandFixture.session(SessionPlace.oneSlower(), command));
        });
    examples.put(
        "calibrate",
        more -> {
          List<?> own = List.of(jars.base(), "--sessions", 3, "--baselines", folder.resolve("b"));
          Object[] command = jars.command("calibrate", all(own, more));
          return Said.of(CommandFixture.session(SessionPlace.oneSlower(), command));
        });
    examples.put(
        "nightly",
        more -> {
          Path jar = folder.resolve("benchmarks.jar");
          ScriptedNights.jar(jar, 1);
          return Said.of(nights.night(all(List.of("--jar", jar, "--quick"), more)));
        });
  }

  private void histories() {
    for (int night = 0; night < 3; night++) {
      Path file = history.night("n" + night + ".json", 100 + night, 50 + night);
      history.run("record", file, "--time", FIRST.plus(Duration.ofDays(night))).exits(ExitCode.OK);
    }
    inHistory("record", history.night("late.json", 101, 51));
    inHistory("import", history.night("old.json", 102, 52));
    for (String command : List.of("list", "show", "compare", "trend")) {
      inHistory(command);
    }
    inHistory("delete", "--all");
    inHistory("check", "--max-age", "36h");
    inHistory("export", "-o", folder.resolve("export.jsonl"));
  }

  private void inHistory(String command, Object... arguments) {
    examples.put(
        "history " + command,
        more -> {
          var said = history.run(all(List.of(command), all(List.of(arguments), more)));
          return new Said(said.out(), said.err());
        });
  }

  private void baselines() {
    Path store = folder.resolve("store");
    Path run = rows("run.json", 10);
    CommandFixture.run("baseline", "save", "old", run, "--baselines", store).exits(ExitCode.OK);
    simple("baseline save", "new", run, "--baselines", store);
    simple("baseline list", "--baselines", store);
    simple("baseline show", "old", "--baselines", store);
    simple("baseline promote", "main", "old", "--reason", "first", "--baselines", store);
    simple("baseline remove", "old", "--yes", "--baselines", store);
    simple(
        "baseline accept",
        "--include",
        "p.*",
        "--up-to",
        "5%",
        "--reason",
        "why",
        "--baselines",
        store);
  }

  @Test
  void eachHasAnExample() {
    assertThat(commandNames()).containsExactlyInAnyOrderElementsOf(examples.keySet());
  }

  @ParameterizedTest
  @MethodSource("commandNames")
  void theLastLineSaysWhatToDoNext(String command) throws IOException {
    String shown = examples.get(command).run().shown();
    String last = shown.substring(Math.max(0, shown.lastIndexOf("Next: ")));
    assertThat(shown).as(command).contains("Next: ");
    assertThat(last).as(command).doesNotContain("\n\n").endsWith(".");
    assertThat(last.length()).as(command).isLessThan(400);
  }

  @ParameterizedTest
  @MethodSource("documentCommands")
  void soItIsWhereTheDocumentGoesToAFile(String command) throws IOException {
    Path file = folder.resolve("document.html");
    Said said = examples.get(command).run("--format", "html", "-o", file);
    assertThat(said.out()).isEmpty();
    assertThat(said.err().lines().toList()).last().asString().startsWith("Next: ");
  }

  @ParameterizedTest
  @MethodSource("documentCommands")
  void whatProgramsReadFitsItsSchema(String command) throws IOException {
    Schemas.assertFitsItsOwn(examples.get(command).run("--format", "json").out());
  }

  @ParameterizedTest
  @MethodSource("documentCommands")
  void everyDocumentIsAPageToo(String command) throws IOException {
    assertThat(examples.get(command).run("--format", "html").out())
        .startsWith("<!DOCTYPE html>")
        .contains("<title>", "Next: ");
  }

  @ParameterizedTest
  @MethodSource("documentCommands")
  void linesOfTextFitATerminal(String command) throws IOException {
    List<String> tooLong =
        examples.get(command).run().out().lines().filter(line -> line.length() > 80).toList();
    // A path is not torn apart, so that it can be copied.
    assertThat(tooLong).allSatisfy(line -> assertThat(line).contains("/"));
  }

  @Test
  void dryRunsFitTheirSchema() throws IOException {
    for (String command : List.of("suite", "ab", "calibrate", "nightly")) {
      Said said = examples.get(command).run("--dry-run", "--format", "json");
      Schemas.assertFits("dry-run", said.out());
      assertThat(examples.get(command).run("--dry-run").shown())
          .endsWith("Next: leave out --dry-run.");
    }
  }
}
