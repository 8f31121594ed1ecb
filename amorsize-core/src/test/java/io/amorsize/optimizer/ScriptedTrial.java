package io.amorsize.optimizer;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.host.ThreadClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that overlap, or run in turn without a lock, or share one; by an invented clock. */
final class ScriptedTrial implements Trial {

  private final AtomicLong clock;
  private final double itemNanos;
  private double cpu;
  final List<Integer> alone = new ArrayList<>();
  final List<Integer> rounds = new ArrayList<>();
  double together = 2;
  double slower = 1;
  long lockWaits;
  final List<Double> meetings = new ArrayList<>();
  final List<Double> untilMet = new ArrayList<>();
  final List<Integer> chunks = new ArrayList<>();
  final List<Integer> counts = new ArrayList<>();
  int items = 1000;
  double meetingNanos = 1_000_000;
  int met = 6;
  long waits;

  ScriptedTrial(AtomicLong clock, double itemNanos) {
    this.clock = clock;
    this.itemNanos = itemNanos;
  }

  @Override
  public int items() {
    return items;
  }

  @Override
  public SerialReading serial(int count) {
    alone.add(count);
    clock.addAndGet((long) (count * itemNanos));
    cpu += count * itemNanos;
    return new SerialReading(count, count * itemNanos, 0);
  }

  @Override
  public ParallelReading parallel(int count, ExecutionPlan plan) {
    rounds.add(count);
    double onCores = slower * count * itemNanos;
    double wall = onCores / together;
    clock.addAndGet((long) wall);
    double occupied = lockWaits > 0 ? 2 * wall : onCores;
    return new ParallelReading(count, wall, occupied, onCores, 2, lockWaits);
  }

  @Override
  public Meeting meet(int count, ExecutionPlan plan, double mostNanos, double untilMetNanos) {
    meetings.add(mostNanos);
    untilMet.add(untilMetNanos);
    counts.add(count);
    chunks.add(plan.chunkSize());
    double wall = Math.min(meetingNanos, untilMetNanos);
    clock.addAndGet((long) wall);
    return new Meeting(met, waits);
  }

  @Override
  public ThreadClock.Reading threadClock() {
    return new ThreadClock.Reading((long) cpu, 0);
  }

  @Override
  public long allocatedBytes() {
    return 0;
  }
}
