package io.amorsize.doctor;

import io.amorsize.execution.ExecutionPlan;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apache.commons.statistics.descriptive.Median;

/** Measures what the executor's threads cost. */
final class PoolProbe {

  /** A pause after which a helping thread no longer spins but sleeps, as between two real calls. */
  private static final long PAUSE_NANOS = 1_000_000;

  private static final int CHUNKS = 4096;
  private static final List<Integer> TRIVIAL = Collections.nCopies(CHUNKS, 0);
  private static final long NOBODY = Long.MIN_VALUE;

  private final MapRunner runner;
  private final LongSupplier nanoClock;
  private final LongConsumer pause;
  private final Duration patience;

  /**
   * A probe.
   *
   * @param pause waits for some nanoseconds
   * @param patience a helping thread that takes longer is not coming
   */
  PoolProbe(MapRunner runner, LongSupplier nanoClock, LongConsumer pause, Duration patience) {
    this.runner = runner;
    this.nanoClock = nanoClock;
    this.pause = pause;
    this.patience = patience;
  }

  /**
   * From a call to the first item on another thread than the caller's.
   *
   * @return empty where no other thread came in time
   */
  OptionalDouble helperNanos() {
    Thread caller = Thread.currentThread();
    AtomicLong arrived = new AtomicLong(NOBODY);
    CountDownLatch arrival = new CountDownLatch(1);
    long start = nanoClock.getAsLong();
    runner.map(
        item -> {
          if (Thread.currentThread() == caller) {
            await(arrival);
          } else if (arrived.compareAndSet(NOBODY, nanoClock.getAsLong())) {
            arrival.countDown();
          }
          return item;
        },
        List.of(0, 1),
        ExecutionPlan.platform(2, 1));
    return arrived.get() == NOBODY
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) Math.max(0, arrived.get() - start));
  }

  private void await(CountDownLatch arrival) {
    try {
      if (!arrival.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        // Nobody comes: the caller gets the other item, too, and need not wait again.
        arrival.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The median of {@link #helperNanos} over rounds with a pause before each. */
  OptionalDouble wakeNanos(int rounds) {
    double[] found = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      pause.accept(PAUSE_NANOS);
      OptionalDouble nanos = helperNanos();
      if (nanos.isEmpty()) {
        return nanos;
      }
      found[round] = nanos.getAsDouble();
    }
    return OptionalDouble.of(Median.withDefaults().evaluate(found));
  }

  /**
   * What one more chunk costs: trivial items one by one against the same items in as few chunks as
   * the executor makes, so that waking the threads and the items themselves cancel.
   */
  double chunkNanos(int threads, int rounds) {
    double[] found = new double[rounds];
    mapNanos(threads, 1);
    for (int round = 0; round < rounds; round++) {
      double few = mapNanos(threads, CHUNKS / threads);
      double many = mapNanos(threads, 1);
      found[round] = (many - few) / (CHUNKS - threads);
    }
    return Math.max(0, Median.withDefaults().evaluate(found));
  }

  private double mapNanos(int threads, int chunkSize) {
    long start = nanoClock.getAsLong();
    runner.map(item -> item, TRIVIAL, ExecutionPlan.platform(threads, Math.max(1, chunkSize)));
    return nanoClock.getAsLong() - start;
  }
}
