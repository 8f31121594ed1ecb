package io.amorsize.jmh.evaluation;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.history.Series;
import io.amorsize.policy.Glob;
import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.commons.statistics.descriptive.Median;

/** Fills a history with nights, and measures how long what people do with it takes. */
public final class HistoryEvaluation {

  private static final int READS = 20;
  private static final int LEARNINGS = 5;
  private static final int NIGHTS_OF_A_PART = 100;

  /** Things that are read of a history, each of them several times. */
  private static final int READINGS = 5;

  private final LongSupplier nanoTime;
  private final EvaluationProgress progress;

  /**
   * An evaluation.
   *
   * @param nanoTime a clock that counts nanoseconds
   * @param progress hears how far it is
   */
  public HistoryEvaluation(LongSupplier nanoTime, EvaluationProgress progress) {
    this.nanoTime = nanoTime;
    this.progress = progress;
  }

  /**
   * Measures a history.
   *
   * @param history opens it; what it holds before counts too
   * @param scale what is recorded
   */
  public List<HistoryScores.Timing> evaluate(Supplier<HistoryStore> history, HistoryScale scale) {
    List<HistoryScores.Timing> timings = new ArrayList<>();
    progress.expect(scale.nights() + READINGS);
    try (HistoryStore store = history.get()) {
      record(store, scale, timings);
    }
    // What the first one kept in memory is gone.
    try (HistoryStore store = history.get()) {
      timings.add(timed("list the nights", READS, i -> store.runs(RunFilter.ALL).size()));
      List<RecordedRun> runs = store.runs(RunFilter.ALL);
      timings.add(
          timed(
              "read a night",
              READS,
              i -> store.content(runs.get(i * (runs.size() - 1) / READS)).rows().size()));
      timings.add(timed("read one trend", READS, i -> count(store, oneOf(scale, i))));
      timings.add(timed("read all trends", 1, i -> count(store, RowSelection.PRIMARY_OF_ALL)));
      timings.add(timed("learn the noise and keep it", LEARNINGS, i -> learn(store)));
    }
    return timings;
  }

  private void record(HistoryStore store, HistoryScale scale, List<HistoryScores.Timing> timings) {
    SyntheticNights nights = new SyntheticNights(scale);
    double[] seconds = new double[scale.nights()];
    for (int night = 0; night < seconds.length; night++) {
      NewRun run = nights.night(night);
      long start = nanoTime.getAsLong();
      store.record(run);
      seconds[night] = (nanoTime.getAsLong() - start) / 1e9;
      progress.done(1, "recording nights");
    }
    int part = Math.min(NIGHTS_OF_A_PART, seconds.length);
    timings.add(timing("record one of the first nights", Arrays.copyOf(seconds, part)));
    timings.add(
        timing(
            "record one of the last nights",
            Arrays.copyOfRange(seconds, seconds.length - part, seconds.length)));
  }

  private static RowSelection oneOf(HistoryScale scale, int number) {
    int benchmark = number * (scale.benchmarks() - 1) / READS;
    String name = SyntheticNights.key(benchmark).benchmark();
    return new RowSelection(
        List.of(new Glob(name)), List.of(), RowSelection.PRIMARY_OF_ALL.metrics());
  }

  private static long count(HistoryStore store, RowSelection selection) {
    AtomicLong points = new AtomicLong();
    store.series(
        RunFilter.ALL, selection, (Series series) -> points.addAndGet(series.points().size()));
    return points.get();
  }

  /** What every command does that has recorded something. */
  private static long learn(HistoryStore store) {
    store.keep(NoiseLearning.from(store));
    return 1;
  }

  /** Something that gives a number above 0 where it found what it should. */
  private interface Reading {
    long read(int number);
  }

  private HistoryScores.Timing timed(String what, int times, Reading reading) {
    double[] seconds = new double[times];
    for (int i = 0; i < times; i++) {
      long start = nanoTime.getAsLong();
      if (reading.read(i) == 0) {
        throw new IllegalStateException(what + ": nothing was found");
      }
      seconds[i] = (nanoTime.getAsLong() - start) / 1e9;
    }
    progress.done(1, what);
    return timing(what, seconds);
  }

  private static HistoryScores.Timing timing(String what, double[] seconds) {
    return new HistoryScores.Timing(
        what,
        seconds.length,
        Median.withDefaults().evaluate(seconds),
        Arrays.stream(seconds).max().orElseThrow());
  }
}
