package io.amorsize.optimizer;

import io.amorsize.execution.WorkerListener;
import io.amorsize.host.ThreadClock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Adds up the time that threads spend inside a run, without the time in which they could have run
 * but had no core: what is left is what the function itself costs beside its own kind, whatever the
 * host gave at the moment.
 */
final class OccupiedTime implements WorkerListener {

  /** A thread is inside one run at a time: a run in a run stays on its thread and tells nobody. */
  private static final ThreadLocal<Start> STARTS = new ThreadLocal<>();

  private final LongSupplier nanoClock;
  private final boolean withJvm;
  private final LongAdder lockWaits = new LongAdder();
  private final LongAdder cpu = new LongAdder();
  private final LongAdder occupied = new LongAdder();
  private final AtomicInteger workers = new AtomicInteger();

  /**
   * A sum that begins with nothing.
   *
   * @param nanoClock the clock
   * @param withJvm whether what the JVM tells of threads, time on a core and waits for locks, is
   *     added up too, which loads the management classes
   */
  OccupiedTime(LongSupplier nanoClock, boolean withJvm) {
    this.nanoClock = nanoClock;
    this.withJvm = withJvm;
  }

  private record Start(long nanos, long cpuNanos, long lockWaits, long delayNanos) {}

  @Override
  public void began() {
    long delay = ThreadClock.delayNanos();
    long waits = waits();
    STARTS.set(new Start(nanoClock.getAsLong(), cpuNanos(), waits, delay));
    workers.incrementAndGet();
  }

  @Override
  public void ended() {
    long nanos = nanoClock.getAsLong();
    long onCore = cpuNanos();
    Start start = STARTS.get();
    STARTS.remove();
    long delay = ThreadClock.delayNanos() - start.delayNanos();
    occupied.add(Math.max(0, nanos - start.nanos() - delay));
    cpu.add(onCore - start.cpuNanos());
    lockWaits.add(waits() - start.lockWaits());
  }

  private long waits() {
    return withJvm ? ThreadClock.lockWaits() : 0;
  }

  /** Times that a thread had to wait for another one. */
  long lockWaits() {
    return lockWaits.sum();
  }

  private long cpuNanos() {
    return withJvm ? ThreadClock.cpuNanos() : 0;
  }

  /** Time on a core, -1 where nothing tells. */
  double totalCpuNanos() {
    return cpu.sum() > 0 ? cpu.sum() : -1;
  }

  double occupiedNanos() {
    return Math.max(1, occupied.sum());
  }

  int workers() {
    return Math.max(1, workers.get());
  }
}
