package io.amorsize.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recommendation in words: what was seen, what was decided, where the time goes, what lost. */
final class PlanExplanation {

  /** More of the plans that were rejected would be noise. */
  private static final int MOST_REJECTED = 6;

  private final OptimizationResult result;

  PlanExplanation(OptimizationResult result) {
    this.result = result;
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("decision: " + decision());
    lines.add("because: " + result.reason());
    result.profile().ifPresent(profile -> lines.addAll(seen(profile)));
    result.breakdown().ifPresent(parts -> lines.add("time: " + time(parts)));
    rejected().forEach(candidate -> lines.add("rejected: " + candidate));
    result.warnings().forEach(warning -> lines.add("warning: " + warning));
    lines.add("planned in " + PlanText.time((double) result.planningTime().toNanos()));
    return String.join("\n", lines) + "\n";
  }

  private String decision() {
    if (result.plan().isSerial()) {
      return "a serial loop";
    }
    return String.format(
        Locale.ROOT,
        "%d %s threads, chunks of at most %d items; predicted speedup %.2fx (%.2fx to %.2fx)",
        result.nJobs(),
        result.executorType().label(),
        result.chunkSize(),
        result.estimatedSpeedup(),
        result.speedupLower(),
        result.speedupUpper());
  }

  private static List<String> seen(SampleProfile profile) {
    return List.of(
        String.format(
            Locale.ROOT,
            "workload: %s an item (sd %s), %.0f %% of it on a core (%s), %.0f bytes allocated",
            PlanText.time(profile.itemNanos()),
            PlanText.time(profile.itemSdNanos()),
            100 * profile.cpuShare(),
            profile.type().label(),
            profile.bytesPerItem()),
        "host: "
            + (profile.others() == 0
                ? "nobody else wanted a core all the while"
                : PlanText.otherThreads(profile.others()) + " wanted to run all the while"));
  }

  private static String time(TimeBreakdown parts) {
    return String.format(
        Locale.ROOT,
        "a pass takes %s instead of %s: share %s, contention and missing cores %s, waiting for the"
            + " last item %s, dispatch %s, taking chunks %s",
        PlanText.time(parts.totalNanos()),
        PlanText.time(parts.serialNanos()),
        PlanText.time(parts.shareNanos()),
        PlanText.time(parts.contentionNanos()),
        PlanText.time(parts.tailNanos()),
        PlanText.time(parts.dispatchNanos()),
        PlanText.time(parts.claimNanos()));
  }

  private List<String> rejected() {
    return result.candidates().stream()
        .filter(candidate -> !candidate.plan().equals(result.plan()))
        .limit(MOST_REJECTED)
        .map(this::rejected)
        .toList();
  }

  private String rejected(PlanCandidate candidate) {
    String why;
    if (candidate.estimatedSpeedup() < PlanChooser.LEAST_SPEEDUP) {
      why = String.format(Locale.ROOT, "less than %.2fx", PlanChooser.LEAST_SPEEDUP);
    } else if (candidate.estimatedSpeedup() < result.estimatedSpeedup()) {
      why = "slower than the plan";
    } else {
      why = "hardly faster, with more threads";
    }
    return String.format(
        Locale.ROOT,
        "%d x %d: %.2fx, %s (%s)",
        candidate.plan().nJobs(),
        candidate.plan().chunkSize(),
        candidate.estimatedSpeedup(),
        why,
        candidate.measured() ? "pilot" : "arithmetic");
  }
}
