package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.host.ThreadClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;

/** A host and a function that a test invents; its work only moves a virtual clock. */
final class FakeTrial implements Trial {

  private final AtomicLong clock = new AtomicLong();
  private final List<Integer> threadsTried = new ArrayList<>();
  private final int items;
  private final double itemNanos;
  private IntToDoubleFunction parallelism = threads -> threads;
  private IntToDoubleFunction slowerAtRun = run -> 1;
  private IntToDoubleFunction waitsAtRun = run -> 0;
  private double cpuShare = 1;
  private double sampledCpuShare = 1;
  private double bytesPerItem;
  private double dispatchNanos = 20_000;
  private double cpu;
  private double bytes;
  private int runs;
  private int others;
  private double givenInPilots = 1;
  private List<Integer> counts = List.of();
  private int timesCounted;
  private long countNanos;
  private boolean compiling;
  private boolean locking;
  private boolean switching;

  FakeTrial(int items, double itemNanos) {
    this.items = items;
    this.itemNanos = itemNanos;
  }

  /** What so many threads do together, in units of one thread. */
  FakeTrial parallelism(IntToDoubleFunction value) {
    parallelism = value;
    return this;
  }

  /** How many times slower the n-th serial run is, as before the JIT compiler has settled. */
  FakeTrial slowerAtRun(IntToDoubleFunction value) {
    slowerAtRun = value;
    return this;
  }

  /** Nanoseconds that the n-th serial run also waits. */
  FakeTrial waitsAtRun(IntToDoubleFunction value) {
    waitsAtRun = value;
    return this;
  }

  FakeTrial cpuShare(double value) {
    cpuShare = value;
    return this;
  }

  /**
   * The share of its time that the function computes while it is sampled, of what it does later.
   */
  FakeTrial sampledCpuShare(double value) {
    sampledCpuShare = value;
    return this;
  }

  FakeTrial bytesPerItem(double value) {
    bytesPerItem = value;
    return this;
  }

  FakeTrial dispatchNanos(double value) {
    dispatchNanos = value;
    return this;
  }

  List<Integer> threadsTried() {
    return threadsTried;
  }

  /** Threads of others that want to run all the while. */
  FakeTrial others(int value) {
    others = value;
    return this;
  }

  /** What is counted of them one after another, such as {@code 1 0 2}. */
  FakeTrial counted(String value) {
    counts = Arrays.stream(value.split(" ", -1)).map(Integer::valueOf).toList();
    return this;
  }

  int timesCounted() {
    return timesCounted;
  }

  /** How long each count takes. */
  FakeTrial countTakes(double millis) {
    countNanos = (long) (1e6 * millis);
    return this;
  }

  private int countOthers() {
    clock.addAndGet(countNanos);
    int count = timesCounted++;
    return counts.isEmpty() ? others : counts.get(count);
  }

  /** Share of the cores wanted that the host gives in the pilot's milliseconds. */
  FakeTrial givenInPilots(double value) {
    givenInPilots = value;
    return this;
  }

  /** Whether the JIT compiler works all the time. */
  FakeTrial compiling() {
    compiling = true;
    return this;
  }

  /** The system tells that the thread gives its core away in every run. */
  FakeTrial switching() {
    switching = true;
    return this;
  }

  @Override
  public long switches() {
    return switching ? runs : -1;
  }

  /** Threads wait for each other's locks. */
  FakeTrial locking() {
    locking = true;
    return this;
  }

  OptimizationResult plan() {
    return plan(new OptimizerOptions(2, 64, java.time.Duration.ofMillis(10), 0.2));
  }

  OptimizationResult plan(OptimizerOptions options) {
    PlanningHost host =
        new PlanningHost(
            clock::get,
            threads -> threads == 1 ? 0 : dispatchNanos,
            this::countOthers,
            () -> compiling ? clock.get() : 0,
            options.maxThreads());
    return new Optimizer(options, host).plan(this);
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public SerialReading serial(int count) {
    double nanos = count * itemNanos * slowerAtRun.applyAsDouble(runs);
    double wall = nanos + waitsAtRun.applyAsDouble(runs++);
    clock.addAndGet(Math.round(wall));
    cpu += nanos * cpuShare * sampledCpuShare;
    bytes += bytesPerItem * count;
    return new SerialReading(count, wall, 0);
  }

  @Override
  public ThreadClock.Reading threadClock() {
    return new ThreadClock.Reading((long) cpu, 0);
  }

  @Override
  public long allocatedBytes() {
    return (long) bytes;
  }

  @Override
  public ParallelReading parallel(int count, ExecutionPlan plan) {
    int threads = plan.nJobs();
    threadsTried.add(threads);
    double together = parallelism.applyAsDouble(threads);
    double wall = dispatchNanos + count * itemNanos / together / givenInPilots;
    double occupied = count * itemNanos * threads / together;
    clock.addAndGet(Math.round(wall));
    double onCores = (locking ? count * itemNanos : occupied) * cpuShare;
    return new ParallelReading(count, wall, occupied, onCores, threads, locking ? count : 0);
  }

  /** All threads meet, and where there are locks all of them wait. */
  @Override
  public Meeting meet(int chunks, ExecutionPlan plan, double mostNanos, double untilMetNanos) {
    int threads = plan.nJobs();
    threadsTried.add(threads);
    double together = parallelism.applyAsDouble(threads);
    double nanos = itemNanos / together / givenInPilots;
    int run =
        (int)
            Math.max(
                1,
                Math.min(
                    chunks * plan.chunkSize(), Math.floor((mostNanos - dispatchNanos) / nanos)));
    double wall = dispatchNanos + run * nanos;
    clock.addAndGet(Math.round(wall));
    return new Meeting(run, locking ? run : 0);
  }
}
