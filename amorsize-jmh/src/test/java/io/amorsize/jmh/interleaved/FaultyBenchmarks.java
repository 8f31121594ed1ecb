package io.amorsize.jmh.interleaved;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Benchmarks that go wrong, each in its own way, and one that does not. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 1, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx32m")
public class FaultyBenchmarks {

  /** Nothing is wrong with it. */
  @Benchmark
  public void fine() {
    Blackhole.consumeCPU(1000);
  }

  /** Throws. */
  @Benchmark
  public void fails() {
    throw new IllegalStateException("broken on purpose");
  }

  /** Ends its JVM. */
  @Benchmark
  public void exits() {
    Runtime.getRuntime().exit(3);
  }

  /** Does not end, and does not listen to interrupts. */
  @Benchmark
  public void hangs() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  /**
   * Keeps more than the heap can hold, in parts so large that JMH's own threads have room left when
   * the next one does not fit: it is this one that fails.
   */
  @Benchmark
  public int fillsMemory() {
    List<long[]> kept = new ArrayList<>();
    while (kept.size() < 1_000_000) {
      kept.add(new long[1 << 20]);
    }
    return kept.size();
  }

  /** Has its JVM killed by a signal. */
  @Benchmark
  public int dies() throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
        .start()
        .waitFor();
  }
}
