package io.amorsize.jmh.runner;

import io.amorsize.workload.WorkloadProvider;
import io.amorsize.workload.WorkloadSpec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Workloads that go wrong, each in its own way. */
public final class BrokenWorkloads implements WorkloadProvider {

  @Override
  public List<WorkloadSpec<?, ?>> workloads(long seed) {
    return List.of(
        spec(
            "throws",
            item -> {
              throw new IllegalStateException("broken on purpose");
            }),
        spec(
            "exits",
            item -> {
              Runtime.getRuntime().halt(3);
              return item;
            }),
        spec("differs", item -> System.nanoTime()));
  }

  private static WorkloadSpec<Integer, Object> spec(
      String name, Function<Integer, Object> function) {
    return WorkloadSpec.builder(
            name, function, count -> IntStream.range(0, count).boxed().toList(), 50)
        .build();
  }
}
