package io.amorsize.result;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.optimizer.SampleProfile;
import io.amorsize.optimizer.TimeBreakdown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A recommendation with everything behind it, as JSON in snake case. */
public final class OptimizationJson {

  private OptimizationJson() {}

  /** A recommendation as plain values. */
  public static Map<String, Object> plain(OptimizationResult result) {
    Map<String, Object> json = plan(result.plan());
    json.put("estimated_speedup", result.estimatedSpeedup());
    json.put("estimated_speedup_lower", result.speedupLower());
    json.put("estimated_speedup_upper", result.speedupUpper());
    json.put("reason", result.reason());
    json.put("warnings", result.warnings());
    json.put("planning_seconds", result.planningTime().toNanos() / 1e9);
    json.put("sample", result.profile().map(OptimizationJson::profile).orElse(null));
    json.put("breakdown", result.breakdown().map(OptimizationJson::breakdown).orElse(null));
    json.put("candidates", result.candidates().stream().map(OptimizationJson::candidate).toList());
    return json;
  }

  /**
   * Reads what {@link #plain} gave.
   *
   * @throws ResultFormatException in one sentence, if the file is something else
   */
  public static OptimizationResult read(Path file) {
    JsonPlace root = JsonFile.read(file).object();
    return new OptimizationResult(
        readPlan(root),
        root.at("estimated_speedup").positive(),
        root.at("estimated_speedup_lower").positive(),
        root.at("estimated_speedup_upper").positive(),
        root.at("reason").text(),
        root.at("warnings").texts(),
        root.at("sample").ifPresent().map(OptimizationJson::readProfile),
        root.at("candidates").elements().stream().map(OptimizationJson::readCandidate).toList(),
        Duration.ofNanos(Math.round(root.at("planning_seconds").number() * 1e9)),
        root.at("breakdown").ifPresent().map(OptimizationJson::readBreakdown));
  }

  /** A plan as plain values. */
  public static Map<String, Object> plan(ExecutionPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("n_jobs", plan.nJobs());
    json.put("chunksize", plan.chunkSize());
    json.put("executor_type", plan.executorType().label());
    return json;
  }

  /**
   * Reads what {@link #plan} gave.
   *
   * @throws ResultFormatException in one sentence, if the place holds something else
   */
  public static ExecutionPlan readPlan(JsonPlace place) {
    int threads = place.at("n_jobs").integer();
    int chunk = place.at("chunksize").integer();
    ExecutorType fallback = threads == 1 ? ExecutorType.SERIAL : ExecutorType.PLATFORM;
    ExecutorType type =
        place.at("executor_type").ifPresent().map(OptimizationJson::readExecutor).orElse(fallback);
    try {
      return new ExecutionPlan(threads, chunk, type);
    } catch (IllegalArgumentException e) {
      throw place.problem("cannot be used: " + e.getMessage());
    }
  }

  private static ExecutorType readExecutor(JsonPlace place) {
    return ExecutorType.of(place.text())
        .orElseThrow(
            () -> place.problem("must be serial, platform or virtual, is " + place.text()));
  }

  private static Map<String, Object> profile(SampleProfile profile) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("items", profile.items());
    json.put("item_seconds", profile.itemNanos() / 1e9);
    json.put("item_sd_seconds", profile.itemSdNanos() / 1e9);
    json.put("cpu_share", profile.cpuShare());
    json.put("bytes_per_item", profile.bytesPerItem());
    json.put("settled", profile.settled());
    json.put("others", profile.others());
    json.put("first_call_seconds", profile.firstNanos() / 1e9);
    return json;
  }

  private static SampleProfile readProfile(JsonPlace place) {
    return new SampleProfile(
        place.at("items").integer(),
        place.at("item_seconds").positive() * 1e9,
        place.at("item_sd_seconds").number() * 1e9,
        place.at("cpu_share").number(),
        place.at("bytes_per_item").number(),
        place.at("settled").bool(),
        place.at("others").ifPresent().map(JsonPlace::integer).orElse(0),
        place.at("first_call_seconds").ifPresent().map(JsonPlace::positive).orElse(1e-9) * 1e9);
  }

  /** Where a plan's time goes, as plain values. */
  static Map<String, Object> breakdown(TimeBreakdown parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("serial_seconds", parts.serialNanos() / 1e9);
    json.put("dispatch_seconds", parts.dispatchNanos() / 1e9);
    json.put("share_seconds", parts.shareNanos() / 1e9);
    json.put("contention_seconds", parts.contentionNanos() / 1e9);
    json.put("tail_seconds", parts.tailNanos() / 1e9);
    json.put("claim_seconds", parts.claimNanos() / 1e9);
    return json;
  }

  /** Reads what {@link #breakdown} gave. */
  static TimeBreakdown readBreakdown(JsonPlace place) {
    return new TimeBreakdown(
        place.at("serial_seconds").number() * 1e9,
        place.at("dispatch_seconds").number() * 1e9,
        place.at("share_seconds").number() * 1e9,
        place.at("contention_seconds").number() * 1e9,
        place.at("tail_seconds").number() * 1e9,
        place.at("claim_seconds").number() * 1e9);
  }

  private static Map<String, Object> candidate(PlanCandidate candidate) {
    Map<String, Object> json = plan(candidate.plan());
    json.put("estimated_speedup", candidate.estimatedSpeedup());
    json.put("lower", candidate.lower());
    json.put("upper", candidate.upper());
    json.put("measured", candidate.measured());
    return json;
  }

  private static PlanCandidate readCandidate(JsonPlace place) {
    return new PlanCandidate(
        readPlan(place),
        place.at("estimated_speedup").positive(),
        place.at("lower").positive(),
        place.at("upper").positive(),
        place.at("measured").bool());
  }
}
