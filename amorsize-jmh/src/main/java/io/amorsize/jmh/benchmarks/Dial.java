package io.amorsize.jmh.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Benchmarks that can be made slower by a known factor, the system property {@value #FACTOR}: a
 * gate is tested by turning the dial. The factor is no parameter, so that rows of all settings are
 * rows of the same benchmark.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(5)
public class Dial {

  /** The factor, above 0; 1 if it is not set. */
  public static final String FACTOR = "amorsize.dial";

  private static final int TOKENS = 20_000;
  private static final int NUMBERS = 4_000;

  private long tokens;
  private int[] numbers;

  /** Reads the factor. */
  @Setup
  public void prepare() {
    double factor = Double.parseDouble(System.getProperty(FACTOR, "1"));
    tokens = Math.round(factor * TOKENS);
    numbers = new int[(int) Math.round(factor * NUMBERS)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * 0x9E3779B9;
    }
  }

  /** Work that stays in registers. */
  @Benchmark
  public void compute() {
    Blackhole.consumeCPU(tokens);
  }

  /** Work that reads memory: a hash of all numbers. */
  @Benchmark
  public int read() {
    int hash = 1;
    for (int number : numbers) {
      hash = 31 * hash + (number ^ (hash >>> 7));
    }
    return hash;
  }
}
