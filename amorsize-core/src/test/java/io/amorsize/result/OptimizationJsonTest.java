package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.optimizer.TimeBreakdown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptimizationJsonTest {

  @TempDir Path folder;

  @Test
  void readsWhatItWrites() {
    OptimizationResult result =
        new OptimizationResult(
            ExecutionPlan.platform(2, 4),
            1.9,
            1.8,
            2.0,
            "why",
            List.of("careful"),
            Optional.of(new SampleProfile(10, 8e4, 1e3, 0.9, 24, true, 0, 1000)),
            List.of(
                new PlanCandidate(ExecutionPlan.platform(2, 4), 1.9, 1.8, 2.0, true),
                new PlanCandidate(ExecutionPlan.virtual(64, 1), 1.7, 1.6, 1.8, true)),
            Duration.ofMillis(12),
            Optional.of(new TimeBreakdown(1e7, 5e4, 5e6, 1e5, 2e3, 100)));
    Path file = folder.resolve("plan.json");
    WholeFile.write(file, JsonFile.text(OptimizationJson.plain(result)));
    OptimizationResult read = OptimizationJson.read(file);
    assertThat(read)
        .usingRecursiveComparison()
        .withComparatorForType(
            (a, b) -> Math.abs(a - b) <= 1e-9 * Math.abs(a) ? 0 : Double.compare(a, b),
            Double.class)
        .isEqualTo(result);
  }

  @Test
  void aFileWithoutExecutorsMeansPlatformThreads() {
    Path file = folder.resolve("plan.json");
    WholeFile.write(
        file,
        """
        {"n_jobs": 2, "chunksize": 4, "estimated_speedup": 1.9, "estimated_speedup_lower": 1.8,
         "estimated_speedup_upper": 2.0, "reason": "why", "planning_seconds": 1,
         "candidates": [{"n_jobs": 1, "chunksize": 9, "estimated_speedup": 1, "lower": 1,
                         "upper": 1, "measured": false}]}
        """);
    OptimizationResult read = OptimizationJson.read(file);
    assertThat(read.plan()).isEqualTo(ExecutionPlan.platform(2, 4));
    assertThat(read.candidates().get(0).plan()).isEqualTo(ExecutionPlan.serial(9));
  }

  @Test
  void tellsWhatIsWrong() {
    Path file = folder.resolve("plan.json");
    WholeFile.write(file, "{\"n_jobs\": 2.5}");
    assertThatThrownBy(() -> OptimizationJson.read(file))
        .hasMessage(file + ": n_jobs must be a whole number, is 2.5");
    WholeFile.write(file, "{\"n_jobs\": 2, \"chunksize\": 3, \"executor_type\": \"process\"}");
    assertThatThrownBy(() -> OptimizationJson.read(file))
        .hasMessage(file + ": executor_type must be serial, platform or virtual, is process");
    WholeFile.write(file, "{\"n_jobs\": 2, \"chunksize\": 3, \"executor_type\": \"serial\"}");
    assertThatThrownBy(() -> OptimizationJson.read(file))
        .hasMessage(file + ": the file cannot be used: executor serial does not fit nJobs 2");
  }
}
