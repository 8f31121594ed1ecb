package io.amorsize.jmh.runner;

import io.amorsize.workload.WorkloadProvider;
import io.amorsize.workload.WorkloadSpec;
import java.io.IOException;
import java.time.Duration;
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
        spec("differs", item -> System.nanoTime()),
        spec(
            "hangs",
            item -> {
              while (true) {
                Thread.onSpinWait();
              }
            }),
        spec("fills memory", item -> new long[Integer.MAX_VALUE - 8]),
        spec("dies", BrokenWorkloads::killed));
  }

  /** Ends this JVM by a signal, as a system does that is out of memory. */
  private static Object killed(Integer item) {
    try {
      return new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("cannot be killed", e);
    }
  }

  private static WorkloadSpec<Integer, Object> spec(
      String name, Function<Integer, Object> function) {
    return WorkloadSpec.builder(
            name, function, count -> IntStream.range(0, count).boxed().toList(), 50)
        .maxExecutionTime(Duration.ofSeconds(1))
        .build();
  }
}
