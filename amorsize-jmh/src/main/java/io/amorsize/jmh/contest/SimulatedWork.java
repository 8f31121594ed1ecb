package io.amorsize.jmh.contest;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.host.ThreadClock;
import io.amorsize.optimizer.ParallelReading;
import io.amorsize.optimizer.SerialReading;
import io.amorsize.optimizer.Trial;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Work on a machine that does not exist: items of known times on a number of cores, under a
 * contention that makes every item dearer the more threads run. Only a virtual clock moves.
 *
 * <p>Threads take chunks in turn, as the executor's do: at most the chunk size, and half of an even
 * share of what is left towards the end.
 */
final class SimulatedWork implements Trial {

  /** Waking the k-th thread, taking a chunk. */
  private static final double WAKE_NANOS = 4_000;

  private static final double CLAIM_NANOS = 100;

  private final double[] items;
  private final int cores;
  private final double contention;
  private final double coherency;
  private double clockNanos;
  private double cpuNanos;

  /**
   * Work of which nothing has run.
   *
   * @param items nanoseconds of each item alone
   * @param cores cores of the machine
   * @param contention share of an item that only one thread can run at a time
   * @param coherency what each pair of threads costs, as a share of an item
   */
  SimulatedWork(double[] items, int cores, double contention, double coherency) {
    this.items = items.clone();
    this.cores = cores;
    this.contention = contention;
    this.coherency = coherency;
  }

  long clockNanos() {
    return Math.round(clockNanos);
  }

  /** Cost of calling so many threads and of gathering them. */
  static double dispatchNanos(int threads) {
    return threads == 1 ? 0 : WAKE_NANOS * threads + 40_000;
  }

  @Override
  public int items() {
    return items.length;
  }

  @Override
  public SerialReading serial(int count) {
    double nanos = Math.max(1, sum(count));
    clockNanos += nanos;
    cpuNanos += nanos;
    double mean = nanos / count;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += Math.pow(item(i, count) - mean, 2);
    }
    return new SerialReading(count, nanos, count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
  }

  @Override
  public ParallelReading parallel(int count, ExecutionPlan plan) {
    double nanos = nanos(count, plan);
    double occupied = sum(count) * dearer(Math.min(plan.nJobs(), cores));
    clockNanos += nanos;
    return new ParallelReading(count, nanos, occupied, occupied, plan.nJobs(), 0);
  }

  @Override
  public ThreadClock.Reading threadClock() {
    return new ThreadClock.Reading((long) cpuNanos, 0);
  }

  @Override
  public long allocatedBytes() {
    return 0;
  }

  /** Time of a whole pass under a plan. */
  double passNanos(ExecutionPlan plan) {
    return plan.isSerial() ? sum(items.length) : nanos(items.length, plan);
  }

  private double sum(int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += item(i, count);
    }
    return sum;
  }

  /** The items of a part are spread evenly over the list. */
  private double item(int i, int count) {
    return items[(int) ((long) i * items.length / count)];
  }

  private double dearer(int busy) {
    return 1 + contention * (busy - 1) + coherency * busy * (busy - 1);
  }

  /** A list schedule; more threads than cores share them evenly. */
  private double nanos(int count, ExecutionPlan plan) {
    int threads = plan.nJobs();
    double stretch = dearer(Math.min(threads, cores)) * Math.max(1, (double) threads / cores);
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int thread = 0; thread < threads; thread++) {
      free.add(thread == 0 ? 0.0 : 40_000 + WAKE_NANOS * thread);
    }
    double end = 0;
    int next = 0;
    while (next < count) {
      int left = count - next;
      int taper = (left + 2 * threads - 1) / (2 * threads);
      int chunk = Math.max(1, Math.min(plan.chunkSize(), taper));
      double at = free.remove() + CLAIM_NANOS;
      for (int i = next; i < next + chunk; i++) {
        at += item(i, count) * stretch;
      }
      next += chunk;
      end = Math.max(end, at);
      free.add(at);
    }
    return end;
  }

  @Override
  public String toString() {
    return items.length + " items on " + cores + " cores, " + Arrays.stream(items).sum() + " ns";
  }
}
