package io.amorsize.history;

import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes a series of what runs hold of it. */
public final class SeriesAssembly {

  /** A value that its file states without raw data counts as one fork of one iteration. */
  private record Entry(RecordedRun run, Measurements measurements, RowSettings settings) {}

  private final SeriesKey key;
  private final List<Entry> entries = new ArrayList<>();
  private int leftOut;

  /** A series without points yet. */
  public SeriesAssembly(SeriesKey key) {
    this.key = key;
  }

  /** Adds what a run holds of it. */
  public void add(RecordedRun run, Metric metric, RowSettings settings) {
    Optional<Measurements> usable = usable(metric);
    usable.ifPresent(measurements -> entries.add(new Entry(run, measurements, settings)));
    leftOut += usable.isPresent() ? 0 : 1;
  }

  private static Optional<Measurements> usable(Metric metric) {
    if (!metric.measurements().forks().isEmpty()) {
      return Optional.of(metric.measurements());
    }
    return metric.score().isPresent()
        ? Optional.of(
            new Measurements(metric.unit(), List.of(Fork.of(metric.score().getAsDouble()))))
        : Optional.empty();
  }

  /** The series; empty where no run has anything to follow. */
  public Optional<Series> series() {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    entries.sort(Comparator.comparing(Entry::run, RecordedRun.BY_TIME));
    MetricUnit unit = entries.get(entries.size() - 1).measurements().unit();
    Better better = key.isWorkload() ? WorkloadSamples.better(key.metric()) : unit.better();
    List<SeriesPoint> points = new ArrayList<>();
    for (Entry entry : entries) {
      converted(entry.measurements(), unit)
          .ifPresent(
              same -> points.add(new SeriesPoint(entry.run(), same, better, entry.settings())));
    }
    return Optional.of(
        new Series(key, unit, better, points, leftOut + entries.size() - points.size()));
  }

  private static Optional<Measurements> converted(Measurements measured, MetricUnit unit) {
    if (measured.unit().equals(unit)) {
      return Optional.of(measured);
    }
    try {
      return measured
          .unit()
          .factorTo(unit)
          .map(
              factor ->
                  new Measurements(
                      unit, measured.forks().stream().map(fork -> fork.times(factor)).toList()));
    } catch (IllegalArgumentException e) {
      // A score too large for the unit.
      return Optional.empty();
    }
  }
}
