package io.amorsize.jmh.page;

import io.amorsize.jmh.report.Numbers;
import io.amorsize.jmh.report.PassTimes;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A workload that was planned and measured.
 *
 * @param name its name
 * @param plan what was predicted
 * @param measured what was measured
 * @param interval ends of the speedup's interval, if there is one
 * @param parts where the predicted pass goes; empty where nothing says
 * @param times the same in words
 * @param planningSeconds time of the first planning, cold; negative where it is not known
 */
public record WorkloadView(
    String name,
    PlanRecord plan,
    BenchmarkResult measured,
    Optional<Map<?, ?>> interval,
    Optional<TimeBreakdown> parts,
    Optional<PassTimes> times,
    double planningSeconds) {

  /** The workload; empty where planning or measuring failed. */
  static Optional<WorkloadView> of(PerformanceResult result) {
    return result
        .optimizerResult()
        .flatMap(plan -> result.benchmarkResult().map(measured -> of(result, plan, measured)));
  }

  private static WorkloadView of(
      PerformanceResult result, PlanRecord plan, BenchmarkResult measured) {
    Object interval = result.metadata().get("speedup_interval");
    Object planning = result.metadata().get("optimizer_time");
    return new WorkloadView(
        result.workloadName(),
        plan,
        measured,
        // A serial plan is judged by another, whose interval this would be.
        plan.nJobs() > 1 && interval instanceof Map<?, ?> ends
            ? Optional.of(ends)
            : Optional.empty(),
        result.timeBreakdown().filter(parts -> parts.totalNanos() > 0),
        PassTimes.of(result),
        planning instanceof Number seconds ? seconds.doubleValue() : -1);
  }

  /** Time of a pass of the serial loop. */
  public String serial() {
    return Numbers.seconds(seconds(measured.serialTime()));
  }

  /** Time of a pass of the plan, as it was predicted. */
  public String predicted() {
    return Numbers.seconds(seconds(measured.serialTime()) / plan.estimatedSpeedup());
  }

  /** Time of a pass of the plan, as it was measured. */
  public String actual() {
    return Numbers.seconds(seconds(measured.parallelTime()));
  }

  /** A thread's share of the predicted pass in percent; empty where nothing says. */
  public String shareOfThread() {
    return times.map(PassTimes::share).orElse("");
  }

  /** What threads cost each other, in percent of the predicted pass. */
  public String contention() {
    return times.map(PassTimes::contention).orElse("");
  }

  /** Waiting for the last item, in percent of the predicted pass. */
  public String lastItem() {
    return times.map(PassTimes::lastItem).orElse("");
  }

  /** Waking threads and taking chunks, in percent of the predicted pass. */
  public String handOver() {
    return times.map(PassTimes::handOver).orElse("");
  }

  /** Time of the first planning. */
  public String planning() {
    return planningSeconds < 0 ? "–" : Numbers.seconds(planningSeconds);
  }

  Map<String, Object> plain() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", TerminalText.clean(name));
    data.put("predicted", plan.estimatedSpeedup());
    data.put("actual", measured.actualSpeedup());
    data.put("lower", end("lower"));
    data.put("upper", end("upper"));
    data.put("accuracy", measured.accuracyPercent());
    data.put("accuracyText", Numbers.percent(measured.accuracyPercent()));
    data.put("threads", plan.nJobs());
    data.put("serialSeconds", seconds(measured.serialTime()));
    data.put("predictedSeconds", seconds(measured.serialTime()) / plan.estimatedSpeedup());
    data.put("actualSeconds", seconds(measured.parallelTime()));
    data.put("parts", parts.map(WorkloadView::shares).orElse(List.of()));
    return data;
  }

  /** In the order of the table's columns; their sum is 1. */
  private static List<Double> shares(TimeBreakdown parts) {
    return DoubleStream.of(
            parts.shareNanos(),
            parts.contentionNanos(),
            parts.tailNanos(),
            parts.dispatchNanos() + parts.claimNanos())
        .mapToObj(nanos -> nanos / parts.totalNanos())
        .toList();
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private Object end(String name) {
    return interval
        .map(ends -> ends.get(name))
        .filter(value -> value instanceof Number number && Double.isFinite(number.doubleValue()))
        .orElse(null);
  }
}
