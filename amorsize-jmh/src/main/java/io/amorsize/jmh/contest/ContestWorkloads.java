package io.amorsize.jmh.contest;

import io.amorsize.workload.WorkloadSpec;
import io.amorsize.workload.WorkloadType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/**
 * The workloads of the contest. The seed draws data and sizes, so that no two runs measure the
 * same.
 */
final class ContestWorkloads {

  /** Sizes are multiplied by a factor between half and one and a half. */
  private static final double SIZE_SPREAD = 0.5;

  private final long seed;
  private final List<WorkloadSpec<?, ?>> specs = new ArrayList<>();

  private ContestWorkloads(long seed) {
    this.seed = seed;
  }

  /** All workloads of a seed. */
  static List<WorkloadSpec<?, ?>> all(long seed) {
    ContestWorkloads workloads = new ContestWorkloads(seed);
    workloads.addComputing();
    workloads.addUnequal();
    workloads.addMemory();
    workloads.addTiny();
    workloads.addFew();
    workloads.addWaiting();
    return List.copyOf(workloads.specs);
  }

  /** The workload of this name. */
  static WorkloadSpec<?, ?> find(long seed, String name) {
    return all(seed).stream().filter(spec -> spec.name().equals(name)).findFirst().orElseThrow();
  }

  private void addComputing() {
    add("hashing", ContestFunctions::sha256, 400, (random, i) -> random.nextInt());
    add("regex", ContestFunctions::matches, 600, (random, i) -> random.nextInt());
    add("matrices", ContestFunctions::multiply, 60, (random, i) -> 56 + random.nextInt(9));
    add("primes", ContestFunctions::countPrimes, 200, (random, i) -> 1800 + random.nextInt(401));
    add("short_pass", ContestFunctions::mix, 60, (random, i) -> 6000 + random.nextInt(1000));
  }

  private void addUnequal() {
    add("skewed", ContestFunctions::mix, 400, (random, i) -> pareto(random));
    add("ascending", ContestFunctions::mix, 300, (random, i) -> 200 * i + 1);
    add("descending", ContestFunctions::mix, 300, (random, i) -> Math.max(1, 60_000 - 200 * i));
    add("one_large", ContestFunctions::mix, 100, (random, i) -> i == 17 ? 1_500_000 : 30_000);
  }

  private void addMemory() {
    add("allocation", ContestFunctions::sortedCopy, 200, (random, i) -> 900 + random.nextInt(200));
    add("streaming", ContestFunctions::sumOfSlice, 96, (random, i) -> i);
    add("strings", ContestFunctions::joined, 300, (random, i) -> 150 + random.nextInt(100));
  }

  private void addTiny() {
    add("tiny_x_10000", (Integer x) -> (long) x * x, 10_000, (random, i) -> random.nextInt(1000));
    add("tiny_x_1000000", (Integer x) -> x ^ (x >>> 3), 1_000_000, (random, i) -> i);
    add("small_x_5000", ContestFunctions::mix, 5000, (random, i) -> 1000 + random.nextInt(100));
  }

  private void addFew() {
    addExactly("two_items", ContestFunctions::mix, 2, 3_000_000);
    addExactly("four_items", ContestFunctions::mix, 4, 2_000_000);
    add("locked", ContestFunctions::mixLocked, 300, (random, i) -> 30_000 + random.nextInt(3000));
    add("half_locked", ContestFunctions::mixHalfLocked, 300, (random, i) -> 30_000);
  }

  private void addWaiting() {
    waits("sleeping", ContestFunctions::sleep, 40, (random, i) -> 1000 + random.nextInt(200));
    waits("sleep_and_mix", ContestFunctions::sleepAndMix, 60, (random, i) -> 90_000);
  }

  private static int pareto(SplittableRandom random) {
    // Shape 1.3: a few items hold half of the work.
    return (int) Math.min(4_000_000, 8000 / Math.pow(1 - random.nextDouble(), 1 / 1.3));
  }

  private <R> void add(
      String name,
      Function<Integer, R> function,
      int size,
      ToIntBiFunction<SplittableRandom, Integer> item) {
    add(name, function, drawn(name, size), item, WorkloadType.CPU_BOUND);
  }

  private <R> void waits(
      String name,
      Function<Integer, R> function,
      int size,
      ToIntBiFunction<SplittableRandom, Integer> item) {
    add(name, function, drawn(name, size), item, WorkloadType.IO_BOUND);
  }

  private <R> void addExactly(String name, Function<Integer, R> function, int size, int most) {
    int steps = most / 2 + new SplittableRandom(seed + name.hashCode()).nextInt(most / 2);
    add(name, function, size, (random, i) -> steps, WorkloadType.CPU_BOUND);
  }

  private int drawn(String name, int size) {
    double factor = new SplittableRandom(seed * 31 + name.hashCode()).nextDouble();
    return (int) Math.max(2, size * (1 - SIZE_SPREAD + 2 * SIZE_SPREAD * factor));
  }

  private <R> void add(
      String name,
      Function<Integer, R> function,
      int size,
      ToIntBiFunction<SplittableRandom, Integer> item,
      WorkloadType type) {
    specs.add(
        WorkloadSpec.builder(name, function, count -> items(name, count, item), size)
            .expectedWorkloadType(type)
            .build());
  }

  private List<Integer> items(
      String name, int count, ToIntBiFunction<SplittableRandom, Integer> item) {
    SplittableRandom random = new SplittableRandom(seed + 7L * name.hashCode());
    List<Integer> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item.applyAsInt(random, i));
    }
    return items;
  }
}
