package io.amorsize.jmh.interleaved;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Benchmarks for processes to run, one for each thing that a jar may do. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 2, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class JarBenchmarks {

  /** Parameters whose names do not come in the order in which they stand here. */
  @State(Scope.Benchmark)
  public static class Work {
    /** Tokens of work. */
    @Param({"100", "1000"})
    public int tokens;

    /** A text with what command lines trip over. */
    @Param({"a b", "x=y"})
    public String label;
  }

  /** A value with a comma, alone. */
  @State(Scope.Benchmark)
  public static class Listed {
    /** Two numbers. */
    @Param("1,2")
    public String numbers;
  }

  /** A value that cannot be selected among others. */
  @State(Scope.Benchmark)
  public static class Lists {
    /** Some numbers. */
    @Param({"1,2", "3"})
    public String numbers;
  }

  /** In two modes. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.Throughput})
  public void twoModes(Work work) {
    Blackhole.consumeCPU(work.tokens);
  }

  /** With JVM arguments of its own in every place. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsPrepend = "-Dprepended=1",
      jvmArgs = "-Xmx128m",
      jvmArgsAppend = "-Dfactor=annotated")
  public void ownArguments() {
    Blackhole.consumeCPU(100);
  }

  /** Throws. */
  @Benchmark
  public void fails() {
    throw new IllegalStateException("broken on purpose");
  }

  /** With a value that holds a comma. */
  @Benchmark
  public int comma(Listed listed) {
    return listed.numbers.length();
  }

  /** With several values, one of which holds a comma. */
  @Benchmark
  public int commas(Lists lists) {
    return lists.numbers.length();
  }
}
