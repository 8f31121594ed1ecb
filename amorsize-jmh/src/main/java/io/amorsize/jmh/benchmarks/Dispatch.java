package io.amorsize.jmh.benchmarks;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to hand a short list to two threads, one of them the caller where the way allows
 * it: one operation is one pass over 64 items. With {@code tokens=0} the items cost nothing and the
 * time is the dispatch alone; with more, the time above half of {@code serial} is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1"
    })
public class Dispatch {

  private static final int ITEMS = 64;
  private static final int THREADS = 2;

  /** Work of an item, in JMH's tokens of about a nanosecond. */
  @Param({"0", "300", "3000"})
  public int tokens;

  private final ExecutionPlan platform = ExecutionPlan.platform(THREADS, ITEMS / (2 * THREADS));
  private final ExecutionPlan virtual = ExecutionPlan.virtual(THREADS, ITEMS / (2 * THREADS));
  private final ExecutionPlan alone = ExecutionPlan.serial(ITEMS);
  private List<Integer> items;
  private ExecutorService pool;

  /** Makes the items and the fixed pool. */
  @Setup
  public void prepare() {
    items = IntStream.range(0, ITEMS).boxed().toList();
    pool = Executors.newFixedThreadPool(THREADS);
  }

  /** Ends the fixed pool. */
  @TearDown
  public void end() {
    pool.shutdownNow();
  }

  private Integer work(Integer item) {
    if (tokens > 0) {
      Blackhole.consumeCPU(tokens);
    }
    return item;
  }

  /** A plain loop. */
  @Benchmark
  public List<Integer> serial() {
    return ParallelMap.map(this::work, items, alone);
  }

  /** The shared pool. */
  @Benchmark
  public List<Integer> amorsize() {
    return ParallelMap.map(this::work, items, platform);
  }

  /** Virtual threads, or the shared pool before Java 21. */
  @Benchmark
  public List<Integer> amorsizeVirtual() {
    return ParallelMap.map(this::work, items, virtual);
  }

  /** The common ForkJoin pool with one worker. */
  @Benchmark
  public List<Integer> parallelStream() {
    return items.parallelStream().map(this::work).toList();
  }

  /** A pool of two threads that get half of the list each; the caller waits. */
  @Benchmark
  public List<Integer> fixedPool() throws InterruptedException, ExecutionException {
    List<Callable<List<Integer>>> halves = new ArrayList<>();
    for (int half = 0; half < THREADS; half++) {
      List<Integer> part = items.subList(half * ITEMS / THREADS, (half + 1) * ITEMS / THREADS);
      halves.add(() -> ParallelMap.map(this::work, part, alone));
    }
    List<Integer> results = new ArrayList<>(ITEMS);
    for (Future<List<Integer>> done : pool.invokeAll(halves)) {
      results.addAll(done.get());
    }
    return results;
  }
}
