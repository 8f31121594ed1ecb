package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines that keep the jar that measured them. */
class BaselineJarTest {

  private static final String ROWS =
      """
      [{"jmhVersion": "1.37", "benchmark": "p.A.m", "mode": "avgt", "threads": 1, "forks": 1,
        "primaryMetric": {"score": 1.0, "scoreUnit": "us/op", "rawData": [[1.0, 1.1]]}}]
      """;

  @TempDir Path folder;

  private Path store;
  private Path jar;

  @BeforeEach
  void open() throws IOException {
    store = folder.resolve("baselines");
    jar = TestJars.benchmarks(folder.resolve("benchmarks.jar"), "x");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-31T12:00:00Z")));
  }

  private Path rows() throws IOException {
    return Files.writeString(folder.resolve("foreign.json"), ROWS);
  }

  private Path suiteRun() throws IOException {
    Path reports = folder.resolve("reports");
    CommandFixture.run(
            new RecordedSuites()::suite,
            "suite",
            "--quick",
            "--workload",
            "fast.*",
            "--reports",
            reports,
            "--baselines",
            store)
        .exits(ExitCode.OK);
    try (Stream<Path> runs = Files.list(reports)) {
      return runs.findFirst().orElseThrow();
    }
  }

  private CommandFixture show(Object... more) {
    Object[] all =
        Stream.concat(Stream.of("baseline", "show", "main", "--baselines", store), Stream.of(more))
            .toArray();
    return CommandFixture.run(all).exits(ExitCode.OK);
  }

  private JsonNode shownJson() {
    Path output = folder.resolve("show.json");
    show("--format", "json", "-o", output);
    return JsonFile.readTree(output);
  }

  @Test
  void aForeignResultKeepsTheJarThatIsNamed() throws IOException {
    CommandFixture save =
        CommandFixture.run("baseline", "save", "main", rows(), "--jar", jar, "--baselines", store)
            .exits(ExitCode.OK);
    assertThat(save.err()).contains("Saved 1 row as baseline 'main'", ", with benchmarks.jar.");
    assertThat(show().out()).containsPattern("(?m)^Jar: [0-9a-f]{12}\\.\\.\\. \\(0\\.\\d kB\\)$");
    JsonNode kept = shownJson().get("jar");
    assertThat(kept.get("bytes").longValue()).isEqualTo(Files.size(jar));
    Path file = Path.of(kept.get("file").textValue());
    assertThat(file).hasSameBinaryContentAs(jar);
    assertThat(file).hasFileName(kept.get("sha256").textValue() + ".jar");
    Files.delete(file);
    assertThat(show().out()).contains("... (not here; only its hash is kept)\n");
    assertThat(shownJson().at("/jar/bytes").isNull()).isTrue();
    assertThat(
            CommandFixture.run("baseline", "list", "--baselines", store, "--format", "json").out())
        .contains(kept.get("sha256").textValue());
  }

  @Test
  void aForeignResultKeepsNoJarOfItsOwn() throws IOException {
    CommandFixture.baselineSave(jar, "main", rows(), "--baselines", store).exits(ExitCode.OK);
    assertThat(show().out()).doesNotContain("Jar:");
    assertThat(shownJson().get("jar").isNull()).isTrue();
  }

  @Test
  void aRunOfTheSuiteKeepsTheJarOfThisProgram() throws IOException {
    Path run = suiteRun();
    CommandFixture.baselineSave(jar, "main", run, "--baselines", store).exits(ExitCode.OK);
    assertThat(show().out()).startsWith("Jar: ").contains("\nBaseline main.\n");
    JsonNode kept = shownJson().at("/fast_function/metadata/baseline_jar");
    assertThat(Path.of(kept.get("file").textValue())).hasSameBinaryContentAs(jar);
    CommandFixture.baselineSave(jar, "main", run, "--no-jar", "--baselines", store)
        .exits(ExitCode.OK);
    assertThat(show().out()).doesNotContain("Jar:");
    assertThat(shownJson().at("/fast_function/metadata").has("baseline_jar")).isFalse();
  }

  @Test
  void aJarThatWasBuiltAfterTheRunDidNotMeasureIt() throws IOException {
    Path run = suiteRun();
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2999-01-31T12:00:00Z")));
    CommandFixture save =
        CommandFixture.baselineSave(jar, "main", run, "--baselines", store).exits(ExitCode.OK);
    assertThat(save.err()).contains("it was built after the run; name the jar that measured it");
    assertThat(show().out()).doesNotContain("Jar:");
    CommandFixture.baselineSave(jar, "main", run, "--jar", jar, "--baselines", store)
        .exits(ExitCode.OK);
    assertThat(show().out()).startsWith("Jar: ");
  }

  @Test
  void aProgramThatRunsFromClassesKeepsNoJar() throws IOException {
    CommandFixture.run("baseline", "save", "main", suiteRun(), "--baselines", store)
        .exits(ExitCode.OK);
    assertThat(show().out()).doesNotContain("Jar:");
  }

  @Test
  void refusesWhatCannotBeKept() throws IOException {
    Path rows = rows();
    CommandFixture.run("baseline", "save", "main", rows, "--jar", jar, "--no-jar")
        .refusesWith("--jar and --no-jar exclude each other");
    Path missing = folder.resolve("missing.jar");
    CommandFixture.run("baseline", "save", "main", rows, "--jar", missing, "--baselines", store)
        .refusesWith("missing.jar: there is no such jar");
    CommandFixture.run("baseline", "save", "jars", rows, "--baselines", store)
        .refusesWith("'jars' cannot be a baseline's name");
    assertThat(store).doesNotExist();
  }
}
