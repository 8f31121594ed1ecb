package io.amorsize.jmh.contest;

import io.amorsize.Amorsize;
import io.amorsize.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The JVM of one cold pass: nothing of the product, nor of the workload, has run in it before; or
 * of one planning, of another function before.
 */
public final class ColdFork {

  static final String SERIAL = "serial";
  static final String MAP = "map";
  static final String PLAN = "plan";

  private ColdFork() {}

  /**
   * Runs one pass and writes its nanoseconds.
   *
   * @param args the workload's name, the seed, and {@code serial}, {@code map} or {@code plan}, and
   *     the file to write to
   */
  public static void main(String[] args) throws IOException {
    WorkloadSpec<?, ?> spec = ContestWorkloads.find(Long.parseLong(args[1]), args[0]);
    long nanos = args[2].equals(PLAN) ? planning(spec) : pass(spec, args[2].equals(MAP));
    Files.writeString(Path.of(args[3]), Long.toString(nanos));
  }

  private static <T, R> long planning(WorkloadSpec<T, R> spec) {
    ContestFork.loadPlanner();
    return (long)
        (1e9 * ContestFork.planningSeconds(Amorsize.optimize(spec.function(), spec.items())));
  }

  private static <T, R> long pass(WorkloadSpec<T, R> spec, boolean map) {
    Function<? super T, ? extends R> function = spec.function();
    List<T> items = spec.items();
    long start = System.nanoTime();
    List<R> results = map ? Amorsize.map(function, items) : loop(function, items);
    long nanos = System.nanoTime() - start;
    if (results.size() != items.size()) {
      throw new IllegalStateException("results are missing");
    }
    return nanos;
  }

  private static <T, R> List<R> loop(Function<? super T, ? extends R> function, List<T> items) {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(function.apply(item));
    }
    return results;
  }
}
