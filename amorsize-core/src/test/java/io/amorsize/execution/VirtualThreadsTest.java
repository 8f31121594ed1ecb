package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** A plan for virtual threads keeps every promise of {@link ParallelMap} on every JVM. */
@Timeout(30)
class VirtualThreadsTest {

  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String kind(Thread thread) {
    return thread.getName().startsWith("amorsize-virtual-") ? "virtual" : "platform";
  }

  @Test
  void areThereFromJava21() {
    assertThat(VirtualThreads.isSupported()).isEqualTo(Runtime.version().feature() >= 21);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_20)
  void anOlderJvmSaysSo() {
    assertThatThrownBy(() -> VirtualThreads.invite(() -> {}))
        .hasMessage("virtual threads need Java 21");
  }

  @Test
  void moreThreadsThanCarriersWaitAtOnce() {
    int threads = 200;
    CountDownLatch allIn = new CountDownLatch(threads);
    Set<String> kinds = ConcurrentHashMap.newKeySet();
    Thread caller = Thread.currentThread();
    List<Boolean> met =
        ParallelMap.map(
            item -> {
              if (Thread.currentThread() != caller) {
                kinds.add(kind(Thread.currentThread()));
              }
              return meet(allIn);
            },
            Collections.nCopies(threads, 1),
            ExecutionPlan.virtual(threads, 1));
    assertThat(met).containsOnly(true);
    assertThat(kinds).containsExactly(VirtualThreads.isSupported() ? "virtual" : "platform");
  }

  @Test
  void keepTheOrder() {
    List<Integer> items = IntStream.range(0, 10_000).boxed().toList();
    assertThat(ParallelMap.map(x -> x, items, ExecutionPlan.virtual(64, 3))).isEqualTo(items);
  }

  @Test
  void aFailureInterruptsThoseThatWait() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch allIn = new CountDownLatch(20);
    Set<Integer> interrupted = ConcurrentHashMap.newKeySet();
    assertThatThrownBy(
            () ->
                ParallelMap.map(
                    item -> {
                      allIn.countDown();
                      try {
                        if (item == 7) {
                          allIn.await();
                          throw new IllegalStateException("first");
                        }
                        return never.await(20, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        return interrupted.add(item);
                      }
                    },
                    IntStream.range(0, 20).boxed().toList(),
                    ExecutionPlan.virtual(20, 1)))
        .hasMessage("the function failed on item 7: java.lang.IllegalStateException: first");
    assertThat(interrupted).hasSize(19).doesNotContain(7);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aVirtualThreadMayCallAndNest() throws InterruptedException {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    AtomicReference<List<Integer>> sums = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    ExecutionPlan plan = ExecutionPlan.virtual(8, 1);
    VirtualThreads.invite(
        () -> {
          sums.set(
              ParallelMap.map(
                  outer ->
                      ParallelMap.map(x -> x + outer, items, plan).stream().mapToInt(x -> x).sum(),
                  items,
                  plan));
          done.countDown();
        });
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(sums.get()).isEqualTo(items.stream().map(outer -> 4950 + 100 * outer).toList());
  }
}
