package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.MetadataJson;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.SpeedupJudgement;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.statistics.Interval;
import io.amorsize.verdict.CriterionOutcome;
import io.amorsize.verdict.CriterionOutcome.Status;
import io.amorsize.verdict.PassCriteria;
import io.amorsize.verdict.WorkloadEvidence;
import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a plan and the forks that ran it into a {@link PerformanceResult}. */
final class ResultAssembler {

  /** How a workload was measured, in the words of the results file. */
  enum Measured {
    FORKED("forked"),
    IN_PROCESS("in process"),
    NOT_AT_ALL("not measured");

    private final String label;

    Measured(String label) {
      this.label = label;
    }
  }

  private final SuiteOptions options;
  private final RunEnvironment environment;
  private final Instant recordedAt;

  ResultAssembler(SuiteOptions options, RunEnvironment environment, Instant recordedAt) {
    this.options = options;
    this.environment = environment;
    this.recordedAt = recordedAt;
  }

  PerformanceResult result(
      WorkloadSpec<?, ?> spec,
      OptimizationResult optimization,
      Optional<SpeedupMeasurement> measurement,
      Measured measured) {
    Optional<BenchmarkResult> benchmark =
        measurement.map(forks -> SpeedupJudgement.judge(optimization, forks));
    PlanRecord recommended = PlanRecord.of(optimization);
    PlanRecord plan =
        benchmark
            .map(judged -> recommended.withEstimatedSpeedup(judged.predictedSpeedup()))
            .orElse(recommended);
    WorkloadType observed =
        optimization.profile().map(SampleProfile::type).orElse(spec.expectedWorkloadType());
    List<CriterionOutcome> outcomes =
        PassCriteria.judge(WorkloadEvidence.of(spec, plan, benchmark, observed, measurement));
    List<String> issues = PassCriteria.messages(outcomes, Status.BROKEN);
    Map<String, Object> metadata = metadata(spec, measured);
    metadata.put("observed_workload_type", observed.label());
    metadata.put("optimizer_time", optimization.planningTime().toNanos() / 1e9);
    optimization.breakdown().ifPresent(parts -> MetadataJson.put(metadata, parts));
    metadata.put("warnings", warnings(spec, observed, outcomes));
    metadata.put("could_not_tell", PassCriteria.messages(outcomes, Status.COULD_NOT_TELL));
    benchmark
        .flatMap(BenchmarkResult::speedupInterval)
        .ifPresent(interval -> metadata.put("speedup_interval", interval(interval)));
    measurement.ifPresent(forks -> describe(metadata, optimization, forks));
    return new PerformanceResult(
        spec.name(),
        Optional.of(plan),
        benchmark,
        issues.isEmpty(),
        outcomes.stream().anyMatch(CriterionOutcome::regression),
        issues,
        metadata);
  }

  PerformanceResult failure(WorkloadSpec<?, ?> spec, Optional<PlanRecord> plan, String error) {
    Map<String, Object> metadata = metadata(spec, Measured.NOT_AT_ALL);
    metadata.put("error", error);
    return new PerformanceResult(
        spec.name(), plan, Optional.empty(), false, false, List.of(error), metadata);
  }

  private Map<String, Object> metadata(WorkloadSpec<?, ?> spec, Measured measured) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("schema", "amorsize.performance-result/1");
    metadata.put("recorded_at", recordedAt.toString());
    metadata.put("measured", measured.label);
    metadata.put("workload_size", spec.dataSize());
    metadata.put("workload_type", spec.expectedWorkloadType().label());
    metadata.put("min_speedup_threshold", spec.minSpeedup());
    metadata.put("max_execution_time", spec.maxExecutionTime().toNanos() / 1e9);
    metadata.put("seed", options.seed());
    MetadataJson.put(metadata, environment);
    return metadata;
  }

  private static List<String> warnings(
      WorkloadSpec<?, ?> spec, WorkloadType observed, List<CriterionOutcome> outcomes) {
    List<String> warnings = new ArrayList<>(PassCriteria.messages(outcomes, Status.WARNED));
    if (observed != spec.expectedWorkloadType()) {
      warnings.add(
          "expected a "
              + spec.expectedWorkloadType().label()
              + " workload, sampling saw a "
              + observed.label()
              + " one");
    }
    return warnings;
  }

  private static Map<String, Object> interval(Interval interval) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lower", interval.lower());
    json.put("upper", interval.upper());
    json.put("confidence", interval.confidence());
    return json;
  }

  private static void describe(
      Map<String, Object> metadata, OptimizationResult optimization, SpeedupMeasurement forks) {
    if (optimization.plan().isSerial()) {
      PlanCandidate alternative = SpeedupJudgement.measuredPlan(optimization).orElseThrow();
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("n_jobs", alternative.plan().nJobs());
      json.put("chunksize", alternative.plan().chunkSize());
      json.put("executor_type", alternative.plan().executorType().label());
      json.put(
          "predicted_speedup", forks.predictedSpeedup().orElse(alternative.estimatedSpeedup()));
      json.put("actual_speedup", forks.speedup().ratio());
      metadata.put("alternative", json);
    }
    MetadataJson.put(metadata, forks);
  }
}
