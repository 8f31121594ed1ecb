package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceResultJsonTest {

  private static final TimeBreakdown PARTS = new TimeBreakdown(2e7, 5e4, 1e7, 1e5, 2e3, 100);

  @TempDir Path folder;

  private static PerformanceResult result() {
    SpeedupMeasurement measurement =
        new SpeedupMeasurement(
            new Measurements(
                MetricUnit.SECONDS_PER_OPERATION, List.of(Fork.of(0.02, 0.021), Fork.of(0.022))),
            new Measurements(
                MetricUnit.SECONDS_PER_OPERATION, List.of(Fork.of(0.01, 0.011), Fork.of(0.012))),
            List.of(new RulerReading(2, 4.2e6, 1.9), new RulerReading(2, 4.3e6, 1.8)),
            List.of(
                new Prediction(1.9, new RulerReading(2, 4.1e6, 1.7)),
                new Prediction(1.8, new RulerReading(2, 4.1e6, 1.6))));
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("note", "kept");
    MetadataJson.put(metadata, measurement);
    MetadataJson.put(metadata, RunEnvironmentTest.THIS);
    MetadataJson.put(metadata, PARTS);
    return new PerformanceResult(
        "cpu \"quoted\" <b>",
        Optional.of(new PlanRecord(2, 8, 1.9, "platform", "why", List.of("careful"))),
        Optional.of(
            new BenchmarkResult(
                Duration.ofNanos(20_500_000),
                Duration.ofNanos(10_500_000),
                1.95,
                1.9,
                97.4,
                2.6,
                Optional.empty(),
                List.of("do this"))),
        true,
        false,
        List.of("an issue"),
        metadata);
  }

  @Test
  void readsWhatItWrites() {
    Path file = folder.resolve("results.json");
    WholeFile.write(file, PerformanceResultJson.write(List.of(result())));
    PerformanceResult read = PerformanceResultJson.read(file).get("cpu \"quoted\" <b>");
    PerformanceResult expected = result();
    assertThat(read.optimizerResult()).isEqualTo(expected.optimizerResult());
    assertThat(read.benchmarkResult()).isEqualTo(expected.benchmarkResult());
    assertThat(read.issues()).isEqualTo(expected.issues());
    assertThat(read.measurement()).isEqualTo(expected.measurement());
    assertThat(read.environment()).contains(RunEnvironmentTest.THIS);
    assertThat(read.metadata()).containsEntry("note", "kept");
    TimeBreakdown parts = read.timeBreakdown().orElseThrow();
    assertThat(parts.shareNanos()).isCloseTo(PARTS.shareNanos(), within(1e-3));
    assertThat(parts.totalNanos()).isCloseTo(PARTS.totalNanos(), within(1e-3));
  }

  @Test
  void writesExactlyTheSevenKeysOfTheDocument() throws IOException {
    Path file = folder.resolve("results.json");
    WholeFile.write(file, PerformanceResultJson.write(List.of(result())));
    JsonNode json = JsonFile.readTree(file).elements().next();
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .containsExactly(
            "workload_name",
            "optimizer_result",
            "benchmark_result",
            "passed",
            "regression_detected",
            "issues",
            "metadata");
    List<String> benchmarkKeys = new ArrayList<>();
    json.get("benchmark_result").fieldNames().forEachRemaining(benchmarkKeys::add);
    assertThat(benchmarkKeys)
        .containsExactly(
            "serial_time",
            "parallel_time",
            "actual_speedup",
            "predicted_speedup",
            "accuracy_percent",
            "error_percent",
            "recommendations");
    assertThat(json.at("/benchmark_result/parallel_time").doubleValue())
        .isCloseTo(0.0105, within(1e-12));
    assertThat(json.at("/optimizer_result/n_jobs").intValue()).isEqualTo(2);
    assertThat(json.at("/optimizer_result/chunksize").intValue()).isEqualTo(8);
  }

  @Test
  void filesWithoutABreakdownAreReadAndBrokenOnesAreRefused() throws IOException {
    String text = PerformanceResultJson.write(List.of(result()));
    Path file = folder.resolve("results.json");
    Files.writeString(file, text.replace("time_breakdown", "unknown"));
    assertThat(PerformanceResultJson.read(file).values())
        .allMatch(result -> result.timeBreakdown().isEmpty());
    Files.writeString(file, text.replace("\"share_seconds\"", "\"other\""));
    assertThatThrownBy(() -> PerformanceResultJson.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("metadata.time_breakdown.share_seconds");
  }

  @Test
  void writesTheSameUnderALocaleWithDecimalCommas() {
    String expected = PerformanceResultJson.write(List.of(result()));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(PerformanceResultJson.write(List.of(result()))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  /** The shape and the bare NaN are those of the Python tool's json.dump. */
  @Test
  void readsAFileOfThePythonTool() throws IOException {
    Path file = folder.resolve("python.json");
    Files.writeString(
        file,
        """
        {
          "fast_function": {
            "workload_name": "fast_function",
            "optimizer_result": {
              "n_jobs": 1, "chunksize": 1000, "reason": "Function is too fast",
              "estimated_speedup": 1.0, "warnings": [], "executor_type": "process"
            },
            "benchmark_result": {
              "serial_time": 0.00012, "parallel_time": 0.00012, "actual_speedup": 1.0,
              "predicted_speedup": 1.0, "accuracy_percent": 100.0, "error_percent": NaN,
              "recommendations": ["Serial execution is optimal for this workload"]
            },
            "passed": true, "regression_detected": false, "issues": [],
            "metadata": {"workload_size": 1000, "optimizer_time": 0.002}
          },
          "crashed": {
            "workload_name": "crashed", "optimizer_result": {}, "benchmark_result": null,
            "passed": false, "regression_detected": false,
            "issues": ["Optimizer failed: x"], "metadata": {"error": "x"}
          }
        }
        """);
    Map<String, PerformanceResult> results = PerformanceResultJson.read(file);
    PerformanceResult fast = results.get("fast_function");
    assertThat(fast.optimizerResult().orElseThrow().executorType()).isEqualTo("process");
    assertThat(fast.benchmarkResult().orElseThrow().errorPercent()).isZero();
    assertThat(fast.measurement()).isEmpty();
    assertThat(fast.environment()).isEmpty();
    PerformanceResult crashed = results.get("crashed");
    assertThat(crashed.optimizerResult()).isEmpty();
    assertThat(crashed.benchmarkResult()).isEmpty();
    assertThat(crashed.passed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | the file is empty; the run that should have written it did not finish",
        "'{' | not JSON from line 1, column 2: Unexpected end-of-input",
        "'[1]' | the file is not a results file",
        "'{}' | the file is not a results file",
        "'{\"a\": 1}' | the file is not a results file",
        "'{\"a\": {\"optimizer_result\": 3, \"benchmark_result\": null}}'"
            + " | a.optimizer_result must be an object, is 3",
        "'{\"a\": {\"optimizer_result\": {}, \"benchmark_result\": {\"actual_speedup\": \"fast\"}}}'"
            + " | a.benchmark_result.actual_speedup must be a finite number, is \"fast\"",
        "'{\"a\": {\"optimizer_result\": {}, \"benchmark_result\": {\"actual_speedup\": -1}}}'"
            + " | a.benchmark_result.actual_speedup must be a number above 0, is -1",
        "'{\"a\": {\"optimizer_result\": {}, \"benchmark_result\": null, \"passed\": \"yes\"}}'"
            + " | a.passed must be true or false, is \"yes\"",
        "'{\"a\": {\"optimizer_result\": {}, \"benchmark_result\": null,"
            + " \"metadata\": {\"measurements\": {\"unit\": \"s/op\", \"serial\": [[1]],"
            + " \"parallel\": []}}}}'"
            + " | a.metadata.measurements cannot be used: need as many serial as parallel forks",
      })
  void tellsInOneSentenceWhatIsWrong(String content, String message) throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, content);
    assertThatThrownBy(() -> PerformanceResultJson.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void tellsThatAFileIsMissing() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> PerformanceResultJson.read(file))
        .hasMessage(file + ": there is no such file");
    assertThatThrownBy(() -> PerformanceResultJson.read(folder))
        .hasMessageStartingWith(folder + ": cannot be read");
  }

  @Test
  void marksARegressionWithoutLosingAnything() {
    PerformanceResult marked = result().withRegression(List.of("slower"));
    assertThat(marked.passed()).isFalse();
    assertThat(marked.regressionDetected()).isTrue();
    assertThat(marked.issues()).containsExactly("an issue", "slower");
    assertThat(marked.metadata()).isEqualTo(result().metadata());
  }
}
