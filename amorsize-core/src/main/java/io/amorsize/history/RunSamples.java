package io.amorsize.history;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Metric;
import io.amorsize.result.PerformanceResult;
import io.amorsize.verdict.RowComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes what a run measured apart into samples, and puts its rows together again. */
public final class RunSamples {

  private RunSamples() {}

  /** The samples of a run: those of its rows, then those of its workloads. */
  public static List<Sample> of(RunContent content) {
    List<Sample> samples = new ArrayList<>();
    Map<BenchmarkKey, Integer> seen = new HashMap<>();
    for (int position = 0; position < content.rows().size(); position++) {
      BenchmarkRow row = content.rows().get(position);
      int occurrence = seen.merge(row.key().withoutPlan(), 1, Integer::sum) - 1;
      addRow(samples, row, position, occurrence);
    }
    for (PerformanceResult result : content.results().values()) {
      samples.addAll(WorkloadSamples.of(result));
    }
    return samples;
  }

  private static void addRow(List<Sample> samples, BenchmarkRow row, int position, int occurrence) {
    SortedMap<String, String> plan = new TreeMap<>(row.key().params());
    plan.keySet().removeAll(row.key().withoutPlan().params().keySet());
    SortedMap<String, Metric> metrics = new TreeMap<>(row.secondary());
    metrics.put(RowComparison.PRIMARY, row.primary());
    metrics.forEach(
        (name, metric) ->
            samples.add(
                new Sample(
                    new SeriesKey(row.key(), name),
                    position,
                    occurrence,
                    plan,
                    metric,
                    row.settings())));
  }

  /** The rows that samples were taken from, in their order. */
  public static List<BenchmarkRow> rows(List<Sample> samples) {
    SortedMap<Integer, List<Sample>> byPosition = new TreeMap<>();
    samples.stream()
        .filter(sample -> sample.position() != Sample.OF_RESULT)
        .forEach(
            sample ->
                byPosition
                    .computeIfAbsent(sample.position(), unused -> new ArrayList<>())
                    .add(sample));
    return byPosition.values().stream().map(RunSamples::row).toList();
  }

  private static BenchmarkRow row(List<Sample> samples) {
    Sample any = samples.get(0);
    SortedMap<String, Metric> metrics = new TreeMap<>();
    samples.forEach(sample -> metrics.put(sample.key().metric(), sample.metric()));
    Metric primary = metrics.remove(RowComparison.PRIMARY);
    if (primary == null) {
      throw new IllegalArgumentException("a row of " + any.key().row() + " has no primary metric");
    }
    return new BenchmarkRow(planned(any), primary, metrics, any.settings());
  }

  private static BenchmarkKey planned(Sample sample) {
    BenchmarkKey key = sample.key().row();
    SortedMap<String, String> params = new TreeMap<>(key.params());
    params.putAll(sample.plan());
    return new BenchmarkKey(key.benchmark(), key.mode(), params, key.threads());
  }
}
