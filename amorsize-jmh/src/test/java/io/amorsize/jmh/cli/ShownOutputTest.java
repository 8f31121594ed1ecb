package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.optimizer.TimeBreakdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the documentation shows as printed is what the program prints: to the letter where its
 * inputs are committed, else in all but numbers, times and places, since it was measured.
 */
class ShownOutputTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String DIAL = "io.amorsize.jmh.benchmarks.Dial.";

  @TempDir Path folder;

  /** The only block of a page that begins so, and the block before it. */
  private static List<MarkdownBlock> shown(String page, String start) throws IOException {
    List<MarkdownBlock> blocks = MarkdownBlock.of(ROOT.resolve(page));
    List<MarkdownBlock> found =
        blocks.stream()
            .filter(block -> block.language().equals("text") && block.text().startsWith(start))
            .toList();
    assertThat(found).as("%s: blocks that begin with %s", page, start).hasSize(1);
    return List.of(blocks.get(blocks.indexOf(found.get(0)) - 1), found.get(0));
  }

  @Test
  void theComparisonOfTheReadmeIsThatOfItsFiles() throws Exception {
    for (String file : List.of("old.json", "new.json")) {
      Files.copy(ROOT.resolve("reports/sample").resolve(file), folder.resolve(file));
    }
    List<MarkdownBlock> blocks = shown("README.md", "1 slower, 0 faster, 3 same");
    assertThat(DocumentedRun.of(folder).said(blocks.get(0)).strip())
        .isEqualTo(blocks.get(1).text().strip());
  }

  @ParameterizedTest
  @CsvSource({"README.md", "docs/guide/interleaved.md"})
  void aSessionLooksAsItIsShown(String page) throws IOException {
    Path jar = Files.writeString(folder.resolve("b.jar"), "a jar");
    ScriptedForks forks = ScriptedForks.of(DIAL + "compute", DIAL + "read").jdk("b.jar", "17.0.15");
    String factor = "-Damorsize.dial=1.1";
    forks.slower(DIAL + "compute", factor, 1.1).slower(DIAL + "read", factor, 1.12);
    SessionPlace place = new SessionPlace(folder, jar, jar);
    CommandFixture run =
        CommandFixture.session(
            forks, place.command("ab", jar, "--candidate-jvm-args", factor, "--", "Dial"));
    run.exits(ExitCode.REGRESSION);
    assertThat(shape(run.out())).isEqualTo(shape(shown(page, "2 slower, 0 faster").get(1).text()));
  }

  @Test
  void aCalibrationLooksAsItIsShown() throws IOException {
    SessionPlace place = SessionPlace.in(folder);
    CommandFixture run =
        CommandFixture.session(
            ScriptedForks.of(DIAL + "compute", DIAL + "read").noisy(DIAL + "read", 0.3),
            place.command(
                "calibrate",
                place.base(),
                "--sessions",
                3,
                "--baselines",
                folder.resolve("baselines"),
                "--history",
                folder.resolve("history.db")));
    run.exits(ExitCode.OK);
    String page = "docs/guide/warm-up-and-noise.md";
    assertThat(shape(run.out())).isEqualTo(shape(shown(page, "How much forks").get(1).text()));
  }

  @Test
  void theSuiteLooksAsItIsShown() throws IOException {
    RecordedSuites recorded =
        new RecordedSuites()
            .asExpected()
            .serialPlanOf("fast_function")
            .breakdown(new TimeBreakdown(2e7, 1e5, 9e6, 4e5, 1e4, 1e4));
    CommandFixture first = suite(recorded);
    CommandFixture.run("baseline", "save", "main", lastRun(), "--baselines", folder.resolve("b"))
        .exits(ExitCode.OK);
    String[] parts = shown("README.md", "AMD EPYC").get(1).text().split("(?m)^\\.\\.\\.$");
    assertThat(parts).as("before and behind what was found by comparing").hasSize(2);
    assertThat(shape(first.out())).startsWith(shape(parts[0]));
    assertThat(shape(suite(recorded).out()))
        .startsWith(shape(parts[0]) + " Compared with main: ")
        .endsWith(shape(parts[1]));
  }

  private CommandFixture suite(RecordedSuites recorded) {
    List<Object> arguments =
        List.of(
            "suite",
            "--quick",
            "--workload",
            "[a-z]+_.*",
            "--reports",
            folder.resolve("reports"),
            "--baselines",
            folder.resolve("b"));
    return CommandFixture.run(recorded::suite, arguments.toArray()).exits(ExitCode.OK);
  }

  private Path lastRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
      return runs.sorted().reduce((earlier, later) -> later).orElseThrow();
    }
  }

  /** A text without what differs from run to run. */
  private static String shape(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("[^\\s']*reports/[\\w./-]*\\w", "PLACE")
        .replaceAll("[^\\s']*(?:/noise-\\w+[.]json|/history[.]db)", "PLACE")
        .replaceAll("[^\\s']*/(?=b[.]jar)", "")
        .replaceAll("\\d+ (?:h|min|s|ms)\\b(?: \\d+ (?:min|s)\\b)*", "TIME")
        .replaceAll("p[<=]\\d", "p=#")
        .replaceAll("[+-]?\\d+(?:[.,]\\d+)*", "#")
        .replace("# to # iterations", "# iterations")
        .replaceAll("^[^;]*, # cores?, JDK # \\([^)]*\\)", "HOST")
        .strip();
  }
}
