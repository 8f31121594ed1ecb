package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** A host and a function that a test invents; its work only moves a virtual clock. */
final class FakeTrial implements Trial {

  private final AtomicLong clock = new AtomicLong();
  private final List<Integer> threadsTried = new ArrayList<>();
  private final int items;
  private final double itemNanos;
  private IntToDoubleFunction parallelism = threads -> threads;
  private IntUnaryOperator slowerAtRun = run -> 1;
  private double cpuShare = 1;
  private double bytesPerItem;
  private double dispatchNanos = 20_000;
  private double cpu;
  private double bytes;
  private int runs;
  private int left;
  private boolean consumes;

  FakeTrial(int items, double itemNanos) {
    this.items = items;
    this.itemNanos = itemNanos;
    this.left = items;
  }

  /** What so many threads do together, in units of one thread. */
  FakeTrial parallelism(IntToDoubleFunction value) {
    parallelism = value;
    return this;
  }

  /** How many times slower the n-th serial run is, as before the JIT compiler has settled. */
  FakeTrial slowerAtRun(IntUnaryOperator value) {
    slowerAtRun = value;
    return this;
  }

  FakeTrial cpuShare(double value) {
    cpuShare = value;
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

  FakeTrial consuming() {
    consumes = true;
    return this;
  }

  List<Integer> threadsTried() {
    return threadsTried;
  }

  OptimizationResult plan() {
    return plan(new OptimizerOptions(2, 64, java.time.Duration.ofMillis(10), 0.2));
  }

  OptimizationResult plan(OptimizerOptions options) {
    Optimizer optimizer =
        new Optimizer(options, clock::get, threads -> threads == 1 ? 0 : dispatchNanos);
    return optimizer.plan(this, items, new PlanningBudget(clock::get, options));
  }

  @Override
  public int available() {
    return left;
  }

  @Override
  public TrialReading serial(int count) {
    double nanos = count * itemNanos * slowerAtRun.applyAsInt(runs++);
    spend(count, nanos);
    cpu += nanos * cpuShare;
    bytes += bytesPerItem * count;
    return new TrialReading(count, nanos, 0);
  }

  @Override
  public long cpuNanos() {
    return (long) cpu;
  }

  @Override
  public long allocatedBytes() {
    return (long) bytes;
  }

  @Override
  public double parallelNanos(int count, ExecutionPlan plan) {
    threadsTried.add(plan.nJobs());
    double nanos = dispatchNanos + count * itemNanos / parallelism.applyAsDouble(plan.nJobs());
    spend(count, nanos);
    return nanos;
  }

  private void spend(int count, double nanos) {
    clock.addAndGet(Math.round(nanos));
    left -= consumes ? count : 0;
  }
}
