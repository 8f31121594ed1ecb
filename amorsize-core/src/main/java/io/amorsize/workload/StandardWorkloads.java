package io.amorsize.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The five standard workloads, one for each pattern that an optimizer meets.
 *
 * <p>Sizes are chosen so that one serial pass takes some tens of milliseconds on a processor of
 * 2020, long against waking a thread and short enough for many passes in a second; {@code
 * fast_function} is the exception that its kind demands.
 */
public final class StandardWorkloads {

  /** The seed of {@link #all()}. */
  public static final long DEFAULT_SEED = 42;

  private static final long WAIT_NANOS = 150_000;

  private StandardWorkloads() {}

  /** The standard workloads on the data of {@link #DEFAULT_SEED}, in the documented order. */
  public static List<WorkloadSpec<?, ?>> all() {
    return all(DEFAULT_SEED);
  }

  /**
   * The standard workloads in the documented order: {@code cpu_intensive}, {@code mixed_workload},
   * {@code memory_intensive}, {@code fast_function}, {@code variable_time}.
   *
   * @param seed seed for the items; the same seed gives the same items
   */
  public static List<WorkloadSpec<?, ?>> all(long seed) {
    return List.of(
        cpuIntensive(seed),
        mixedWorkload(seed),
        memoryIntensive(seed),
        fastFunction(seed),
        variableTime(seed));
  }

  /** 400 items of about 80 us: prime checking and factorization of 2000 to 2200 numbers. */
  private static WorkloadSpec<Integer, ?> cpuIntensive(long seed) {
    return WorkloadSpec.builder(
            "cpu_intensive",
            StandardFunctions::primesAndFactors,
            items(seed, random -> 2000 + random.nextInt(201)),
            400)
        .description("pure computation: prime checking and factorization")
        .minSpeedup(1.2)
        .maxExecutionTime(Duration.ofSeconds(30))
        .build();
  }

  /** 100 items that wait 0.15 ms (0.2 ms with the timer's slack) and compute about 0.15 ms. */
  private static WorkloadSpec<Integer, ?> mixedWorkload(long seed) {
    return WorkloadSpec.builder(
            "mixed_workload",
            (Integer steps) -> StandardFunctions.waitAndCompute(steps, WAIT_NANOS),
            items(seed, random -> 100_000 + random.nextInt(20_001)),
            100)
        .description("computation and simulated I/O in equal parts")
        .expectedWorkloadType(WorkloadType.MIXED)
        .minSpeedup(1.2)
        .maxExecutionTime(Duration.ofSeconds(30))
        .build();
  }

  /** 80 items that build, filter and sort lists of 30 000 to 33 000 boxed numbers. */
  private static WorkloadSpec<Integer, ?> memoryIntensive(long seed) {
    return WorkloadSpec.builder(
            "memory_intensive",
            (Integer size) -> StandardFunctions.sortedHead(size, 100),
            items(seed, random -> 30_000 + random.nextInt(3_001)),
            80)
        .description("large intermediate structures, small result")
        .minSpeedup(0.9)
        .maxExecutionTime(Duration.ofSeconds(30))
        .build();
  }

  /** 1000 items of a few nanoseconds: a whole pass is shorter than waking a thread. */
  private static WorkloadSpec<Integer, ?> fastFunction(long seed) {
    return WorkloadSpec.builder(
            "fast_function",
            (Integer x) -> (long) x * x,
            items(seed, random -> random.nextInt(1 << 20)),
            1000)
        .description("x squared: too quick for threads to help")
        .minSpeedup(0.8)
        .maxExecutionTime(Duration.ofSeconds(10))
        .build();
  }

  /** 500 items whose cost varies twentyfold, from about 10 to 200 us, evenly on a log scale. */
  private static WorkloadSpec<Integer, ?> variableTime(long seed) {
    return WorkloadSpec.builder(
            "variable_time",
            StandardFunctions::mix,
            items(seed, random -> (int) (7_000 * Math.pow(20, random.nextDouble()))),
            500)
        .description("cost varies by an order of magnitude")
        .minSpeedup(0.9)
        .maxExecutionTime(Duration.ofSeconds(30))
        .build();
  }

  private static IntFunction<List<Integer>> items(long seed, ToIntFunction<SplittableRandom> draw) {
    return count -> {
      SplittableRandom random = new SplittableRandom(seed);
      List<Integer> items = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        items.add(draw.applyAsInt(random));
      }
      return items;
    };
  }
}
