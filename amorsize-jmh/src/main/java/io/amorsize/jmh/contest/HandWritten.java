package io.amorsize.jmh.contest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** What people write by hand. */
final class HandWritten {

  static final String SERIAL = "serial";
  static final String STREAM = "parallelStream";
  static final String POOL_BY_ITEM = "pool, item by item";
  static final String POOL_BY_SHARE = "pool, equal shares";
  static final String VIRTUAL = "virtual threads";

  private HandWritten() {}

  /** A loop. */
  static <T, R> Contestant serial(Function<? super T, ? extends R> function, List<T> items) {
    return new Contestant(SERIAL, () -> loop(function, items));
  }

  /** All others; their threads are daemons. */
  static <T, R> List<Contestant> parallel(
      Function<? super T, ? extends R> function, List<T> items) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "by-hand");
              thread.setDaemon(true);
              return thread;
            });
    List<Contestant> ways = new ArrayList<>();
    ways.add(new Contestant(STREAM, () -> List.of(items.parallelStream().map(function).toArray())));
    ways.add(new Contestant(POOL_BY_ITEM, () -> byItem(pool, function, items)));
    ways.add(new Contestant(POOL_BY_SHARE, () -> byShare(pool, function, items, threads)));
    virtualThreads()
        .ifPresent(
            virtual -> ways.add(new Contestant(VIRTUAL, () -> byItem(virtual, function, items))));
    return ways;
  }

  private static <T, R> List<R> loop(Function<? super T, ? extends R> function, List<T> items) {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      results.add(function.apply(item));
    }
    return results;
  }

  private static <T, R> List<R> byItem(
      ExecutorService pool, Function<? super T, ? extends R> function, List<T> items) {
    List<Future<R>> futures = new ArrayList<>(items.size());
    for (T item : items) {
      Callable<R> call = () -> function.apply(item);
      futures.add(pool.submit(call));
    }
    List<R> results = new ArrayList<>(items.size());
    for (Future<R> future : futures) {
      results.add(get(future));
    }
    return results;
  }

  private static <T, R> List<R> byShare(
      ExecutorService pool, Function<? super T, ? extends R> function, List<T> items, int shares) {
    List<Future<List<R>>> futures = new ArrayList<>(shares);
    for (int share = 0; share < shares; share++) {
      int from = (int) ((long) items.size() * share / shares);
      int to = (int) ((long) items.size() * (share + 1) / shares);
      Callable<List<R>> call = () -> loop(function, items.subList(from, to));
      futures.add(pool.submit(call));
    }
    List<R> results = new ArrayList<>(items.size());
    for (Future<List<R>> future : futures) {
      results.addAll(get(future));
    }
    return results;
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An executor of Java 21 and later, which this code is not compiled for. */
  private static Optional<ExecutorService> virtualThreads() {
    try {
      Method method = Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
      return Optional.of((ExecutorService) method.invoke(null));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}
