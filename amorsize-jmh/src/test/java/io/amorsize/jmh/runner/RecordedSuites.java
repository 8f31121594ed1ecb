package io.amorsize.jmh.runner;

import io.amorsize.doctor.HealthReport;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.jmh.report.HealthReports;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.ruler.RulerReading;
import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Suites on a host and on forks that a test invents. */
public final class RecordedSuites {

  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private double coreShare = 1;
  private Predicate<String> serialPlans = name -> false;
  private Optional<TimeBreakdown> breakdown = Optional.empty();
  private boolean asExpected;
  private double serialMicros = 20_000;
  private double parallelMicros = 10_000;
  private final Map<String, Double> factors = new HashMap<>();
  private final Map<String, Double> predictions = new HashMap<>();
  private ToDoubleFunction<String> noise = benchmark -> 0;
  private String broken = "none";
  private int slowIterations = 1;
  private HealthReport health = HealthReports.excellent();
  private RecordedForks forks;

  /** Share of its cores that the host gives. */
  public RecordedSuites coreShare(double value) {
    coreShare = value;
    return this;
  }

  /** Recommends serial loops. */
  public RecordedSuites serialPlan() {
    serialPlans = name -> true;
    return this;
  }

  /** Recommends a serial loop for this workload. */
  public RecordedSuites serialPlanOf(String workload) {
    serialPlans = workload::equals;
    return this;
  }

  /** Sampling sees what each workload is expected to be. */
  public RecordedSuites asExpected() {
    asExpected = true;
    return this;
  }

  /** Plans tell where the predicted time goes. */
  public RecordedSuites breakdown(TimeBreakdown value) {
    breakdown = Optional.of(value);
    return this;
  }

  /** Times of one pass in microseconds. */
  public RecordedSuites micros(double serial, double parallel) {
    serialMicros = serial;
    parallelMicros = parallel;
    return this;
  }

  /** A benchmark, as {@code CpuIntensive.serial}, takes so many times as long. */
  public RecordedSuites factor(String benchmark, double value) {
    factors.put(benchmark, value);
    return this;
  }

  /** Of three forks of a benchmark one is slower by a share, and one faster. */
  public RecordedSuites noise(ToDoubleFunction<String> shares) {
    noise = shares;
    return this;
  }

  /** Another speedup than 1.9 is predicted for a workload. */
  public RecordedSuites predicted(String workload, double speedup) {
    predictions.put(workload, speedup);
    return this;
  }

  /** Forks of benchmarks with this text in their name fail. */
  public RecordedSuites broken(String text) {
    broken = text;
    return this;
  }

  /** Forks whose first iterations are slow. */
  public RecordedSuites slowIterations(int value) {
    slowIterations = value;
    return this;
  }

  /** What the doctor finds before a suite. */
  public RecordedSuites health(HealthReport value) {
    health = value;
    return this;
  }

  List<ForkRequest> requests() {
    return forks.requests();
  }

  /** The suite. */
  public PerformanceSuite suite() {
    forks = new RecordedForks(this::micros, slowIterations);
    return new PerformanceSuite(
        new Machinery(
            Clock.fixed(NOW, ZoneOffset.UTC),
            threads -> new RulerReading(threads, 4.2e6, threads * coreShare),
            (options, log) -> this::plan,
            (options, log) -> forks,
            options -> health));
  }

  private double micros(ForkRequest request) {
    if (request.benchmark().contains(broken)) {
      return -1;
    }
    boolean serial = request.benchmark().endsWith(".serial");
    double micros = serial ? serialMicros : parallelMicros;
    String name = request.benchmark().replaceAll(".*[.](\\w+[.]\\w+)", "$1");
    long before =
        requests().stream().filter(run -> run.benchmark().equals(request.benchmark())).count();
    return micros
        * factors.getOrDefault(name, 1.0)
        * Math.pow(1 + noise.applyAsDouble(name), (before + (serial ? 0 : 1)) % 3 - 1.0);
  }

  private OptimizationResult plan(WorkloadSpec<?, ?> spec) {
    double speedup = predictions.getOrDefault(spec.name(), 1.9);
    PlanCandidate two =
        new PlanCandidate(
            ExecutionPlan.platform(2, 5), speedup, speedup - 0.1, speedup + 0.1, true);
    boolean serial = serialPlans.test(spec.name());
    ExecutionPlan chosen = serial ? ExecutionPlan.serial(spec.dataSize()) : two.plan();
    double predicted = serial ? 1 : speedup;
    return new OptimizationResult(
        chosen,
        predicted,
        predicted,
        predicted,
        "recorded",
        List.of(),
        Optional.of(new SampleProfile(10, 8e4, 1e3, cpuShare(spec), 0, true, 0, 1000)),
        List.of(two),
        Duration.ofMillis(5),
        serial ? Optional.empty() : breakdown);
  }

  private double cpuShare(WorkloadSpec<?, ?> spec) {
    return asExpected && spec.expectedWorkloadType() == WorkloadType.MIXED ? 0.5 : 1;
  }
}
