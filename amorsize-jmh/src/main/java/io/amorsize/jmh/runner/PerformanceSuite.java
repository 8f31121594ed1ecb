package io.amorsize.jmh.runner;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.doctor.HealthReport;
import io.amorsize.host.HostProbe;
import io.amorsize.jmh.runner.ResultAssembler.Measured;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.SpeedupJudgement;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.result.WholeFile;
import io.amorsize.validation.Validator;
import io.amorsize.validation.ValidatorOptions;
import io.amorsize.warmup.PilotWarmup;
import io.amorsize.workload.WorkloadSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans, measures and judges workloads.
 *
 * <p>A workload that a provider names is planned and measured in forked JVMs; one built in code
 * runs in this JVM, and its result says so. One workload's failure is its result; the others go on.
 */
public final class PerformanceSuite {

  /** In the metadata of a result: how long its workload took, in seconds. */
  public static final String ELAPSED = "elapsed_seconds";

  /** In the metadata of a result: how much was measured, {@code quick} or {@code standard}. */
  public static final String PROFILE = "profile";

  /**
   * In the metadata of a result: the warm-up that its first forks chose, in iterations, the first
   * steady iteration of both, null where one of them has none, and whether they settled.
   */
  public static final String WARMUP = "warmup";

  private final Machinery machinery;

  /** A suite on the system's clock and this host. */
  public PerformanceSuite() {
    this(Machinery.real());
  }

  PerformanceSuite(Machinery machinery) {
    this.machinery = machinery;
  }

  /** What the doctor's quick checks find about this host and the JVMs that would be forked. */
  public HealthReport health(SuiteOptions options) {
    return machinery.doctor().apply(options);
  }

  /**
   * Runs workloads one after another; results are saved after each, so that a crash loses only the
   * one that is running.
   *
   * @return results by workload name, in the order of the run
   * @throws io.amorsize.result.ResultFormatException if results cannot be saved
   */
  public Map<String, PerformanceResult> run(SuiteOptions options) {
    options.resultsPath().ifPresent(WholeFile::requireWritable);
    Map<String, PerformanceResult> results = new LinkedHashMap<>();
    try (Session session = Session.open(options)) {
      for (WorkloadSpec<?, ?> spec : options.workloads()) {
        PerformanceResult result = run(spec, options, session);
        results.put(spec.name(), result);
        options
            .resultsPath()
            .ifPresent(
                path -> WholeFile.write(path, PerformanceResultJson.write(results.values())));
        session.folder().ifPresent(folder -> folder.save(results.values()));
        options.listener().finished(result);
      }
    }
    return results;
  }

  /** Runs one workload. */
  public PerformanceResult runBenchmark(WorkloadSpec<?, ?> spec, SuiteOptions options) {
    try (Session session = Session.open(options)) {
      PerformanceResult result = run(spec, options, session);
      options.listener().finished(result);
      return result;
    }
  }

  private PerformanceResult run(WorkloadSpec<?, ?> spec, SuiteOptions options, Session session) {
    Instant start = machinery.clock().instant();
    PerformanceResult result = runAt(start, spec, options, session);
    Duration elapsed = Duration.between(start, machinery.clock().instant());
    return result
        .withMetadata(PROFILE, options.profile().label())
        .withMetadata(ELAPSED, elapsed.toMillis() / 1000.0);
  }

  private PerformanceResult runAt(
      Instant start, WorkloadSpec<?, ?> spec, SuiteOptions options, Session session) {
    options.listener().started(spec);
    ResultAssembler assembler =
        new ResultAssembler(
            options, RunEnvironment.of(HostProbe.current(), session.environmentArgs(spec)), start);
    return options.runsInForks(spec)
        ? runForked(spec, options, session, assembler)
        : runInProcess(spec, options, assembler);
  }

  private PerformanceResult runForked(
      WorkloadSpec<?, ?> spec, SuiteOptions options, Session session, ResultAssembler assembler) {
    WorkloadMeasurer measurer =
        new WorkloadMeasurer(
            options,
            machinery.planner().apply(options, session.log()),
            machinery.forks().apply(options, session.log()),
            machinery.ruler());
    Optional<PlanRecord> plan = Optional.empty();
    try {
      Plannings plannings = measurer.plan(spec);
      OptimizationResult optimization = plannings.chosen();
      plan = Optional.of(PlanRecord.of(optimization));
      options.listener().planned(spec, optimization);
      Optional<PlanCandidate> measuredPlan = SpeedupJudgement.measuredPlan(optimization);
      if (!options.runValidation() || measuredPlan.isEmpty()) {
        return assembler.result(spec, optimization, Optional.empty(), Measured.NOT_AT_ALL);
      }
      WorkloadMeasurer.Measured measured =
          measurer.measure(spec, plannings, measuredPlan.get().plan());
      session.folder().ifPresent(folder -> folder.save(measured));
      return assembler
          .result(spec, optimization, Optional.of(measured.speedup()), Measured.FORKED)
          .withMetadata(WARMUP, warmup(measured.warmup()));
    } catch (BenchmarkFailedException e) {
      return assembler.failure(spec, plan, e.getMessage());
    }
  }

  private static Map<String, Object> warmup(PilotWarmup chosen) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("iterations", chosen.iterations());
    json.put("steady_from", orNull(chosen.steadyFrom()));
    json.put("settled", chosen.settled());
    return json;
  }

  private static <T, R> PerformanceResult runInProcess(
      WorkloadSpec<T, R> whole, SuiteOptions options, ResultAssembler assembler) {
    WorkloadSpec<T, R> spec =
        options.runValidation() ? whole.limitedTo(options.validateMaxItems()) : whole;
    try {
      OptimizationResult optimization = PlanningFork.plan(spec, options.profile().planningWarmup());
      options.listener().planned(spec, optimization);
      Optional<PlanCandidate> measuredPlan = SpeedupJudgement.measuredPlan(optimization);
      if (!options.runValidation() || measuredPlan.isEmpty()) {
        return assembler.result(spec, optimization, Optional.empty(), Measured.NOT_AT_ALL);
      }
      Validator validator =
          new Validator(
              ValidatorOptions.defaults().withTimeout(options.profile().expectedWorkload()));
      SpeedupMeasurement measurement =
          validator.measure(spec.function(), spec.items(), measuredPlan.get().plan());
      return assembler.result(spec, optimization, Optional.of(measurement), Measured.IN_PROCESS);
    } catch (RuntimeException e) {
      return assembler.failure(spec, Optional.empty(), e.toString());
    }
  }
}
