package io.amorsize.jmh.benchmarks;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to take a chunk: a long list of items that cost nothing, in chunks of one item, by
 * two threads that take them from each other. One operation is one chunk.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 5,
    jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
public class ChunkClaim {

  private static final int ITEMS = 100_000;

  private final ExecutionPlan twoThreads = ExecutionPlan.platform(2, 1);
  private final ExecutionPlan alone = ExecutionPlan.serial(ITEMS);
  private List<Integer> items;

  /** Makes the items. */
  @Setup
  public void prepare() {
    items = IntStream.range(0, ITEMS).boxed().toList();
  }

  /** Two threads in competition; the time of a chunk is what passes until the next one is taken. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public List<Integer> twoThreads() {
    return ParallelMap.map(item -> item, items, twoThreads);
  }

  /** The same items in a loop: what remains of the time when nothing is taken. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public List<Integer> serial() {
    return ParallelMap.map(item -> item, items, alone);
  }
}
