package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a team has agreed on, and which rows and metrics it asks for. */
class CompareRowsPolicyTest {

  private static final String ACCEPTED =
      """
      [[accepted]]
      benchmark = "org.acme.Json.parse"
      up_to = "25%%"
      reason = "checks every input now"
      until = %s
      """;

  @TempDir Path folder;
  private Path base;
  private Path slower;

  @BeforeEach
  void writeSides() {
    base = side("base.json", 100);
    slower = side("slower.json", 120);
  }

  private Path side(String name, double parse) {
    return new RowsFile()
        .row("org.acme.Json.parse", parse)
        .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(1000, 5, 0.0001))
        .secondary("gc.count", "counts", RowsFile.forks(10, 5, 0.1))
        .row("org.acme.Json.print", 200)
        .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(parse * 10, 5, 0.0001))
        .write(folder.resolve(name));
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandFixture compare(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("compare", base, slower));
    arguments.addAll(List.of(more));
    return CommandFixture.run(arguments.toArray());
  }

  @Test
  void aPolicyRaisesTheThresholdOfItsBenchmarks() throws IOException {
    Path parse = text("p.toml", "[[rule]]\nbenchmark = \"*.parse\"\nthreshold = \"30%\"\n");
    Path print = text("q.toml", "[[rule]]\nbenchmark = \"*.print\"\nthreshold = \"30%\"\n");
    compare("--policy", parse).exits(ExitCode.OK);
    compare("--policy", print).exits(ExitCode.REGRESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--policy", "--accepted"})
  void anAcceptedChangePassesUntilItExpires(String option) throws IOException {
    CommandFixture run = compare(option, text("a.toml", ACCEPTED.formatted("2999-12-31")));
    assertThat(run.exits(ExitCode.OK).out()).startsWith("1 slower (1 accepted)");
    CommandFixture expired = compare(option, text("b.toml", ACCEPTED.formatted("2020-12-31")));
    assertThat(expired.exits(ExitCode.REGRESSION).outInOneLine())
        .contains("held until 2020-12-31")
        .doesNotContain("(1 accepted)");
  }

  @Test
  void anAcceptedChangeDoesNotCoverALargerOne() throws IOException {
    Path accepted = text("a.toml", ACCEPTED.formatted("2999-12-31"));
    Path much = side("much.json", 140);
    CommandFixture.run("compare", base, much, "--accepted", accepted).exits(ExitCode.REGRESSION);
  }

  @Test
  void anExpectedBenchmarkThatDidNotRunIsAlwaysTold() throws IOException {
    Path gap = text("gap.txt", "# must run\norg.acme.Json.*\norg.acme.Xml.*\n\n");
    CommandFixture run = CommandFixture.run("compare", base, base, "--expect", gap);
    assertThat(run.exits(ExitCode.COULD_NOT_TELL).outInOneLine())
        .contains("no benchmark of the current side matches org.acme.Xml.*");
    CommandFixture.run("compare", base, base, "--expect", gap, "--fail-on", "never")
        .exits(ExitCode.COULD_NOT_TELL);
    compare("--expect", gap).exits(ExitCode.REGRESSION);
    Path whole = text("whole.txt", "org.acme.Json.*\n");
    CommandFixture.run("compare", base, base, "--expect", whole).exits(ExitCode.OK);
  }

  @Test
  void aRenamedBenchmarkIsComparedWithItsOldSelf() {
    Path renamed =
        new RowsFile()
            .row("org.acme.Text.parse", 120)
            .row("org.acme.Json.print", 200)
            .write(folder.resolve("renamed.json"));
    CommandFixture.run("compare", base, renamed).exits(ExitCode.OK);
    CommandFixture.run(
            "compare", base, renamed, "--rename", "org.acme.Json.parse=org.acme.Text.parse")
        .exits(ExitCode.REGRESSION);
    CommandFixture.run("compare", base, renamed, "--rename", "org.acme.Json.parse")
        .refusesWith("--rename");
  }

  @Test
  void onlyNamedBenchmarksAreCompared() {
    compare("--include", "*parse").exits(ExitCode.REGRESSION);
    compare("--include", "*print").exits(ExitCode.OK);
    compare("--exclude", "*.parse").exits(ExitCode.OK);
    compare("--exclude", "*.print").exits(ExitCode.REGRESSION);
    assertThat(compare("--include", "nothing").exits(ExitCode.OK).outInOneLine())
        .contains("nothing was compared");
  }

  @Test
  void furtherMetricsAreJudgedWhereAskedFor() {
    CommandFixture allocation = compare("--metric", "gc.alloc.rate.norm");
    assertThat(allocation.exits(ExitCode.REGRESSION).out())
        .startsWith("1 slower, 0 faster, 1 same, 0 cannot tell")
        .containsPattern("print .*slower");
    assertThat(compare("--metric", "gc.*", "--format", "csv").out().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("gc.count"))
        .noneMatch(line -> line.contains(",primary,"));
    assertThat(compare("--metric", "primary", "--metric", "gc.alloc*", "--format", "csv").out())
        .hasLineCount(5);
  }

  @Test
  void warmupInsideTheScoresIsLeftOut() {
    Path warming = warming("warming.json", 300);
    Path warm = warming("warm.json", 100);
    CommandFixture.run("compare", warm, warming).exits(ExitCode.REGRESSION);
    assertThat(CommandFixture.run("compare", warm, warming, "--skip-warmup", "2").out())
        .startsWith("0 slower, 0 faster, 1 same");
    CommandFixture.run("compare", warm, warming, "--skip-warmup", "10")
        .refusesWith("org.acme.Json.parse: cannot leave out the first 10 iterations");
    CommandFixture.run("compare", warm, warming, "--skip-warmup", "-1")
        .refusesWith("--skip-warmup must be at least 0, is -1");
  }

  /** Five forks whose first two iterations take another time. */
  private Path warming(String name, double first) {
    double[][] forks = RowsFile.forks(100, 5, 0.002);
    for (double[] fork : forks) {
      fork[0] *= first / 100;
      fork[1] *= first / 100;
    }
    return new RowsFile()
        .row("org.acme.Json.parse", "avgt", "us/op", forks)
        .write(folder.resolve(name));
  }

  @Test
  void agreementsThatCannotBeReadAreTold() throws IOException {
    Path broken = text("broken.toml", "[[rule]\n");
    compare("--policy", broken).refusesWith(broken + ": not TOML from line 2, column 1");
    Path unknown = text("unknown.toml", "[[rule]]\ntreshold = \"5%\"\n");
    compare("--policy", unknown).refusesWith("treshold is not known here");
    Path number = text("number.toml", "[[rule]]\nthreshold = 5\n");
    compare("--policy", number).refusesWith("'5' is not a threshold");
    Path unreasoned = text("accepted.toml", "[[accepted]]\nbenchmark = \"*\"\nup_to = \"5%\"\n");
    compare("--accepted", unreasoned).refusesWith("reason");
    Path missing = folder.resolve("missing.txt");
    compare("--accepted", missing).refusesWith(missing.toString());
    compare("--expect", missing).refusesWith(missing.toString());
    compare("--expect", folder).refusesWith(folder.toString());
  }
}
