package io.amorsize.verdict;

import io.amorsize.execution.ExecutorType;
import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PlanRecord;
import io.amorsize.result.RunEnvironment;
import io.amorsize.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares two sets of results: a change counts where it is larger than the threshold, the forks
 * show it beyond what noise explains (q at most 5 %), and the hosts do not explain it.
 */
final class WorkloadComparer {

  private static final double FALSE_DISCOVERY_RATE = 0.05;

  private final double threshold;
  private final List<WorkloadChange> regressions = new ArrayList<>();
  private final List<WorkloadChange> improvements = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  WorkloadComparer(double threshold) {
    this.threshold = threshold;
  }

  PerformanceComparison compare(
      Map<String, PerformanceResult> baseline, Map<String, PerformanceResult> current) {
    boolean environmentsDiffer = compareEnvironments(baseline, current);
    List<String> both = baseline.keySet().stream().filter(current::containsKey).toList();
    List<String> measured = new ArrayList<>();
    List<MetricPair> pairs = new ArrayList<>();
    for (String name : both) {
      comparePlans(baseline.get(name), current.get(name));
      if (isMeasured(name, baseline, current)) {
        measured.add(name);
        pairs.addAll(MetricPair.of(baseline.get(name), current.get(name)));
      }
    }
    judge(pairs);
    List<String> changed = changedWorkloads();
    return new PerformanceComparison(
        threshold,
        regressions,
        improvements,
        measured.stream().filter(name -> !changed.contains(name)).toList(),
        baseline.keySet().stream().filter(name -> !current.containsKey(name)).toList(),
        current.keySet().stream().filter(name -> !baseline.containsKey(name)).toList(),
        findings,
        environmentsDiffer);
  }

  private List<String> changedWorkloads() {
    List<WorkloadChange> all = new ArrayList<>(regressions);
    all.addAll(improvements);
    return all.stream().map(WorkloadChange::workload).toList();
  }

  private void judge(List<MetricPair> pairs) {
    List<MetricPair> tested = pairs.stream().filter(pair -> pair.p().isPresent()).toList();
    double[] q =
        BenjaminiHochberg.adjust(
            tested.stream().mapToDouble(pair -> pair.p().getAsDouble()).toArray());
    for (int i = 0; i < q.length; i++) {
      judge(tested.get(i), OptionalDouble.of(q[i]));
    }
    List<MetricPair> points = pairs.stream().filter(pair -> pair.p().isEmpty()).toList();
    points.forEach(pair -> judge(pair, OptionalDouble.empty()));
    if (!points.isEmpty()) {
      String names =
          points.stream()
              .map(MetricPair::workload)
              .collect(
                  Collectors.collectingAndThen(
                      Collectors.toCollection(TreeSet::new), s -> String.join(", ", s)));
      find(
          FindingCode.POINT_VALUES,
          Severity.WARNING,
          "point values only, judged by the threshold without a test: "
              + names
              + "; results of this program keep their forks");
    }
  }

  private void judge(MetricPair pair, OptionalDouble q) {
    if (!pair.isWorse(threshold) && !pair.isBetter(threshold)) {
      return;
    }
    if (q.isPresent() && q.getAsDouble() > FALSE_DISCOVERY_RATE) {
      find(
          FindingCode.NOT_SIGNIFICANT,
          Severity.INFO,
          format(
              "%s: %s moved by %+.1f %%, but its forks do not show it (q = %.3f, needs 0.05); more"
                  + " forks would tell",
              pair.workload(), word(pair), pair.changePercent(), q.getAsDouble()));
      return;
    }
    if (pair.isExplainedByHost(threshold)) {
      findHost(pair);
      return;
    }
    WorkloadChange change =
        new WorkloadChange(
            pair.workload(),
            pair.metric(),
            pair.base(),
            pair.current(),
            pair.changePercent(),
            pair.p(),
            q);
    (pair.isWorse(threshold) ? regressions : improvements).add(change);
  }

  private void findHost(MetricPair pair) {
    boolean speed = pair.metric() == WorkloadMetric.EXECUTION_TIME;
    find(
        speed ? FindingCode.HOST_SPEED_CHANGED : FindingCode.HOST_WITHOUT_CORES,
        Severity.WARNING,
        format(
            "%s: %s moved by %+.1f %%, could not tell why: by the ruler alone, the host made it"
                + " %.2f times %s; run again when the host is as it was",
            pair.workload(),
            word(pair),
            pair.changePercent(),
            pair.hostFactor() >= 1 ? pair.hostFactor() : 1 / pair.hostFactor(),
            pair.hostFactor() >= 1 ? "worse" : "better"));
  }

  private static String word(MetricPair pair) {
    return pair.metric().label().replace('_', ' ');
  }

  private boolean isMeasured(
      String name,
      Map<String, PerformanceResult> baseline,
      Map<String, PerformanceResult> current) {
    boolean before = baseline.get(name).benchmarkResult().isPresent();
    boolean now = current.get(name).benchmarkResult().isPresent();
    if (before && now) {
      return true;
    }
    find(
        FindingCode.NOT_MEASURED,
        Severity.WARNING,
        name
            + ": not compared, since "
            + (before ? "the current result" : now ? "the baseline" : "neither side")
            + (before || now ? " was not measured" : " was measured"));
    return false;
  }

  /** Words of another tool say nothing about our executors. */
  private static boolean hasOtherExecutor(PlanRecord before, PlanRecord now) {
    return ExecutorType.of(before.executorType()).isPresent()
        && ExecutorType.of(now.executorType()).isPresent()
        && !before.executorType().equals(now.executorType());
  }

  private void comparePlans(PerformanceResult base, PerformanceResult current) {
    Optional<PlanRecord> before = base.optimizerResult();
    Optional<PlanRecord> now = current.optimizerResult();
    if (before.isEmpty() || now.isEmpty()) {
      return;
    }
    boolean same =
        before.get().nJobs() == now.get().nJobs()
            && before.get().chunkSize() == now.get().chunkSize()
            && !hasOtherExecutor(before.get(), now.get());
    if (!same) {
      find(
          FindingCode.PLAN_CHANGED,
          Severity.INFO,
          base.workloadName()
              + ": the plan changed from "
              + plan(before.get())
              + " to "
              + plan(now.get()));
    }
  }

  private static String plan(PlanRecord plan) {
    if (plan.nJobs() == 1) {
      return "serial";
    }
    boolean virtual = plan.executorType().equals(ExecutorType.VIRTUAL.label());
    return plan.nJobs()
        + (virtual ? " virtual" : "")
        + " threads with chunks of "
        + plan.chunkSize();
  }

  private boolean compareEnvironments(
      Map<String, PerformanceResult> baseline, Map<String, PerformanceResult> current) {
    Optional<RunEnvironment> before = environment(baseline);
    Optional<RunEnvironment> now = environment(current);
    if (before.isEmpty() || now.isEmpty()) {
      find(
          FindingCode.ENVIRONMENT_UNKNOWN,
          Severity.WARNING,
          (before.isEmpty() ? "the baseline" : "the current result")
              + " does not say where it was measured; judged as if both were of one machine");
      return false;
    }
    List<RunEnvironment.Difference> differences = before.get().differencesTo(now.get());
    if (differences.isEmpty()) {
      return false;
    }
    find(
        FindingCode.ENVIRONMENT_DIFFERS,
        Severity.WARNING,
        "measured in different environments: "
            + differences.stream().map(Object::toString).collect(Collectors.joining("; "))
            + "; --ignore-environment judges all the same");
    return true;
  }

  private static Optional<RunEnvironment> environment(Map<String, PerformanceResult> results) {
    return results.values().stream().flatMap(result -> result.environment().stream()).findFirst();
  }

  private void find(FindingCode code, Severity severity, String message) {
    findings.add(new Finding(code, severity, message));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
