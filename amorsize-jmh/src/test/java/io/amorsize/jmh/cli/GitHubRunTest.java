package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubRunTest {

  @TempDir Path folder;
  private Path base;
  private Path slower;

  @BeforeEach
  void writeSides() {
    base = new RowsFile().row("org.acme.Json.parse", 100).write(folder.resolve("base.json"));
    slower = new RowsFile().row("org.acme.Json.parse", 120).write(folder.resolve("slower.json"));
  }

  private CommandFixture compare(String inActions, Object summary, Path current) {
    return CommandFixture.runIn(
        Map.of("GITHUB_ACTIONS", inActions, "GITHUB_STEP_SUMMARY", summary.toString()),
        "compare",
        base,
        current,
        "--format",
        "csv");
  }

  @Test
  void aRegressionIsAnAnnotationAndPartOfTheSummary() throws IOException {
    Path summary = Files.writeString(folder.resolve("summary.md"), "before\n");
    CommandFixture run = compare("true", summary, slower).exits(ExitCode.REGRESSION);
    assertThat(run.err().lines()).singleElement().asString().startsWith("::error title=slower%3A ");
    assertThat(run.out().lines()).hasSize(2);
    assertThat(summary).content().startsWith("before\n").contains("1 slower", "| ");
    compare("true", summary, base).exits(ExitCode.OK);
    assertThat(summary).content().contains("1 slower", "0 slower");
  }

  @Test
  void anUnchangedRunNeedsNoAnnotation() {
    assertThat(compare("true", "", base).exits(ExitCode.OK).err()).isEmpty();
  }

  @Test
  void elsewhereNothingIsAdded() {
    Path summary = folder.resolve("summary.md");
    assertThat(compare("false", summary, slower).exits(ExitCode.REGRESSION).err()).isEmpty();
    assertThat(summary).doesNotExist();
  }

  @Test
  void aSummaryThatCannotBeWrittenIsTold() {
    for (Object summary : new Object[] {folder, folder.resolve("no/summary.md"), "a\0b"}) {
      CommandFixture run = compare("true", summary, slower).exits(ExitCode.REGRESSION);
      assertThat(run.err()).contains("::error", "the job's summary cannot be written: ");
      assertThat(run.err().lines()).hasSize(2);
      assertThat(compare("true", summary, base).exits(ExitCode.OK).out()).isNotEmpty();
    }
  }
}
