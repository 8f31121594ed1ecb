package io.amorsize;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.execution.ItemFailedException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stays behind after many calls: nothing. */
@Timeout(120)
class AmorsizeLeakTest {

  private static final int CALLS = 10_000;
  private static final int JOBS = 4;

  private static List<Thread> helpers() {
    Thread[] all = new Thread[Thread.activeCount() + 100];
    int count = Thread.enumerate(all);
    return Arrays.stream(all, 0, count)
        .filter(thread -> thread.getName().startsWith("amorsize-"))
        .toList();
  }

  private static ExecutionPlan plan(ExecutorType type) {
    return new ExecutionPlan(type == ExecutorType.SERIAL ? 1 : JOBS, 1, type);
  }

  /** Each call needs all its helpers, since its items wait for each other. */
  @Test
  void tenThousandCallsUseTheSameFewThreads() {
    int before = helpers().size();
    for (int call = 0; call < CALLS; call++) {
      CountDownLatch allIn = new CountDownLatch(JOBS);
      List<Boolean> met =
          Amorsize.map(item -> meet(allIn), List.of(1, 2, 3, 4), ExecutionPlan.platform(JOBS, 1));
      assertThat(met).doesNotContain(false);
    }
    assertThat(helpers().size()).isLessThanOrEqualTo(before + 2 * JOBS);
  }

  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls that are over before a helper has woken up. */
  @Test
  void tenThousandShortCallsMakeNoThreads() {
    int before = helpers().size();
    List<Integer> items = List.of(1, 2, 3, 4, 5, 6, 7, 8);
    for (int call = 0; call < CALLS; call++) {
      assertThat(Amorsize.map(item -> item, items, ExecutionPlan.platform(JOBS, 1)))
          .isEqualTo(items);
    }
    assertThat(helpers().size()).isLessThanOrEqualTo(before + 2 * JOBS);
  }

  @Test
  void tenThousandPlannedCallsMakeNoThreads() {
    int before = helpers().size();
    List<Integer> items = IntStream.range(0, 50).boxed().toList();
    for (int call = 0; call < CALLS; call++) {
      assertThat(Amorsize.map(item -> item, items)).isEqualTo(items);
    }
    int most = Runtime.getRuntime().availableProcessors();
    assertThat(helpers().size()).isLessThanOrEqualTo(before + 2 * most);
  }

  /**
   * A function and its items and results, of which nobody else knows.
   *
   * @param thrown takes what the function threw
   */
  private static List<WeakReference<?>> mapAndForget(
      ExecutorType type, boolean fails, List<WeakReference<?>> thrown) {
    List<byte[]> items = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      items.add(new byte[1000]);
    }
    byte[] held = new byte[1000];
    Function<byte[], byte[]> function =
        item -> {
          if (fails && item == items.get(25)) {
            throw new IllegalStateException("planted " + held.length);
          }
          return item.clone();
        };
    List<WeakReference<?>> references = new ArrayList<>();
    references.add(new WeakReference<>(function));
    references.add(new WeakReference<>(held));
    references.add(new WeakReference<>(items.get(0)));
    references.add(new WeakReference<>(items));
    try {
      List<byte[]> results = Amorsize.map(function, items, plan(type));
      references.add(new WeakReference<>(results));
      references.add(new WeakReference<>(results.get(49)));
    } catch (ItemFailedException e) {
      thrown.add(new WeakReference<>(e));
      thrown.add(new WeakReference<>(e.getCause()));
    }
    return references;
  }

  /**
   * What a function threw is counted apart: HotSpot itself may keep, for each thread, one exception
   * that compiled code handled (a heap dump then shows no root for it).
   */
  @ParameterizedTest
  @EnumSource(ExecutorType.class)
  void nothingIsHeldAfterACall(ExecutorType type) {
    for (boolean fails : new boolean[] {false, true}) {
      List<WeakReference<?>> references = new ArrayList<>();
      List<WeakReference<?>> thrown = new ArrayList<>();
      for (int call = 0; call < 200; call++) {
        references.addAll(mapAndForget(type, fails, thrown));
      }
      assertThat(references).hasSize(fails ? 800 : 1200);
      awaitCleared(references);
      assertThat(thrown).hasSize(fails ? 400 : 0);
      assertThat(held(thrown)).isLessThanOrEqualTo(2 * JOBS);
    }
  }

  @Test
  void nothingIsHeldAfterAPlannedCallOrAnOpenStream() {
    List<WeakReference<?>> references = new ArrayList<>();
    for (int call = 0; call < 50; call++) {
      List<Object> items = new ArrayList<>();
      IntStream.range(0, 200).forEach(i -> items.add(new Object()));
      Object held = new Object();
      Function<Object, Object> function = item -> List.of(item, held);
      references.add(new WeakReference<>(held));
      references.add(new WeakReference<>(items.get(0)));
      references.add(new WeakReference<>(Amorsize.map(function, items).get(199)));
      references.add(new WeakReference<>(Amorsize.map(function, items.iterator()).get(0)));
      references.add(
          new WeakReference<>(Amorsize.stream(function, items.iterator()).iterator().next()));
    }
    awaitCleared(references);
  }

  /** The helpers still live; only what they did must be gone. To get a referent might keep it. */
  private static void awaitCleared(List<WeakReference<?>> references) {
    for (int attempt = 0; attempt < 100 && held(references) > 0; attempt++) {
      System.gc();
    }
    assertThat(held(references)).isZero();
  }

  private static long held(List<WeakReference<?>> references) {
    return references.stream().filter(reference -> !reference.refersTo(null)).count();
  }

  @Test
  void heapDoesNotGrow() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    long before = 0;
    for (int round = 0; round < 3; round++) {
      for (int call = 0; call < CALLS; call++) {
        Amorsize.map(item -> new byte[100], items, ExecutionPlan.platform(JOBS, 4));
      }
      long used = usedAfterGc();
      if (round > 0) {
        // One call holds 10 kB of results; ten thousand would hold 100 MB.
        assertThat(used - before).isLessThan(20_000_000);
      }
      before = used;
    }
  }

  private static long usedAfterGc() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void helpersInheritNoThreadLocals() {
    InheritableThreadLocal<String> inherited = new InheritableThreadLocal<>();
    inherited.set("the caller's");
    try {
      for (ExecutionPlan plan :
          List.of(ExecutionPlan.platform(64, 1), ExecutionPlan.virtual(64, 1))) {
        Thread caller = Thread.currentThread();
        CountDownLatch allIn = new CountDownLatch(64);
        List<String> seen =
            Amorsize.map(
                item -> {
                  meet(allIn);
                  return Thread.currentThread() == caller ? null : inherited.get();
                },
                IntStream.range(0, 64).boxed().toList(),
                plan);
        assertThat(seen).hasSize(64).containsOnlyNulls();
      }
    } finally {
      inherited.remove();
    }
  }
}
