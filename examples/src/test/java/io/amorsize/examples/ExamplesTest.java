package io.amorsize.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.PerformanceResultJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example runs; none is judged by the clock here. */
class ExamplesTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @TempDir Path folder;

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quickStart() {
    QuickStart.run(out);
    assertThat(said()).contains("predicted speedup", "500 results", "measured speedup");
  }

  @Test
  void productionMap() {
    ProductionMap.run(out);
    assertThat(said())
        .containsSubsequence(
            "line 3: For input string: \"x\"", "[]", "[A B, C]", "1002001", "[3, 3]", "2 of 2");
  }

  /** Its validation would take a minute; it is compiled, which is what the README needs. */
  @Test
  void checksums() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a");
    assertThat(Checksums.Checksum.of(file)).isEqualTo(3904355907L);
  }

  @Test
  void resultsAsTest() {
    assertThatThrownBy(() -> ResultsAsTest.main(new String[0]))
        .hasMessageContaining("old.json: there is no such file");
  }

  @Test
  void customWorkload() {
    assertThat(CustomWorkload.run(out).metadata()).containsEntry("measured", "in process");
    assertThat(said()).contains("Passed: ");
  }

  @Test
  void continuousMonitoringAndComparison() {
    Path file = folder.resolve("daily/results.json");
    SuiteOptions planOnly = SuiteOptions.builder().runValidation(false).resultsPath(file).build();
    assertThat(ContinuousMonitoring.run(planOnly, out)).isTrue();
    assertThat(said()).contains("Passed: 5/5 benchmarks");
    assertThat(PerformanceResultJson.read(file)).hasSize(5);
    assertThat(CompareVersions.compare(file, file, out)).isTrue();
    assertThat(said()).contains("No regressions: safe to merge.");
  }
}
