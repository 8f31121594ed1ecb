package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ItemFailedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FirstMapTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 500).boxed().toList();

  /** Calls whose loading only counts. */
  private static final class Counting extends FirstMap {
    private final AtomicInteger rehearsals = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch rehearsed = new CountDownLatch(1);
    private final int freeAtQuestion;

    Counting(long leastNanos) {
      this(leastNanos, 1);
    }

    Counting(long leastNanos, int freeAtQuestion) {
      super(leastNanos, 0);
      this.freeAtQuestion = freeAtQuestion;
    }

    @Override
    boolean isCoreFree() {
      return questions.incrementAndGet() >= freeAtQuestion;
    }

    @Override
    void rehearse() {
      rehearsals.incrementAndGet();
      rehearsed.countDown();
    }
  }

  private static List<Integer> map(FirstMap first, Function<Integer, Integer> function) {
    return map(first, function, ITEMS);
  }

  private static List<Integer> map(
      FirstMap first, Function<Integer, Integer> function, List<Integer> items) {
    Integer[] results = new Integer[items.size()];
    first.mapRest(function, items, results, 0);
    return Arrays.asList(results);
  }

  private static int slow(int item) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 20_000) {
      Thread.onSpinWait();
    }
    return 2 * item;
  }

  private static List<Integer> doubled() {
    return ITEMS.stream().map(item -> 2 * item).toList();
  }

  @Test
  void aShortListIsALoopAndLoadsNothing() {
    Counting first = new Counting(Long.MAX_VALUE);
    Thread caller = Thread.currentThread();
    List<Thread> seen = Collections.synchronizedList(new ArrayList<>());
    List<Integer> results =
        map(
            first,
            item -> {
              seen.add(Thread.currentThread());
              return 2 * item;
            });
    assertThat(results).isEqualTo(doubled());
    assertThat(seen).hasSize(ITEMS.size()).containsOnly(caller);
    assertThat(first.rehearsals).hasValue(0);
    assertThat(first.isOver()).isFalse();
  }

  @Test
  void aLongListLoadsOnceAndIsOverThen() throws InterruptedException {
    Counting first = new Counting(1_000_000);
    while (!first.isOver()) {
      assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
    }
    first.rehearsed.await();
    assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
    assertThat(first.rehearsals).hasValue(1);
  }

  /** It asks after 20, 21 and 23 ms; only a host that is late by 77 ms would keep it from that. */
  @Test
  void itLoadsOnceACoreIsFree() throws InterruptedException {
    Counting first = new Counting(20_000_000, 3);
    while (!first.isOver()) {
      assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
    }
    first.rehearsed.await();
    assertThat(first.questions).hasValue(3);
    assertThat(first.rehearsals).hasValue(1);
    Counting later = new Counting(Long.MAX_VALUE / 20, 1);
    assertThat(map(later, FirstMapTest::slow)).isEqualTo(doubled());
    assertThat(later.questions).hasValue(0);
  }

  /** Of 20 ms, 4, 4.2, 4.6, 5.4, 7, 10.2 and 16.6: each time twice as late. */
  @Test
  void whereNoneIsItLoadsLater() throws InterruptedException {
    Counting first = new Counting(4_000_000, Integer.MAX_VALUE);
    long start = System.nanoTime();
    while (!first.isOver()) {
      assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
    }
    assertThat(System.nanoTime() - start).isGreaterThan(20_000_000);
    first.rehearsed.await();
    assertThat(first.questions.get()).isBetween(1, 7);
    assertThat(first.rehearsals).hasValue(1);
  }

  @Test
  void shortListsAddUp() {
    Counting first = new Counting(15_000_000);
    List<Integer> few = ITEMS.subList(0, 20);
    int calls = 0;
    while (!first.isOver()) {
      map(first, FirstMapTest::slow, few);
      calls++;
    }
    assertThat(calls).isGreaterThan(1);
  }

  @Test
  void theRealLoadingLeavesHelpersThatWork() {
    FirstMap first = new FirstMap(1, 0);
    while (!first.isOver()) {
      assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
    }
    assertThat(map(first, FirstMapTest::slow)).isEqualTo(doubled());
  }

  @Test
  void failuresTellTheItem() {
    Counting first = new Counting(Long.MAX_VALUE);
    for (int failing : new int[] {0, 77, 499}) {
      assertThatThrownBy(
              () ->
                  map(
                      first,
                      item -> {
                        if (item == failing) {
                          throw new IllegalStateException("no");
                        }
                        return item;
                      }))
          .isInstanceOfSatisfying(
              ItemFailedException.class, e -> assertThat(e.itemIndex()).isEqualTo(failing))
          .hasRootCauseMessage("no");
    }
  }

  @Test
  void anInterruptEndsItAndIsKept() {
    Counting first = new Counting(Long.MAX_VALUE);
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                map(
                    first,
                    item -> {
                      if (calls.incrementAndGet() == 100) {
                        Thread.currentThread().interrupt();
                      }
                      return item;
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while mapping 500 items");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.get()).isBetween(100, 300);
  }

  @Test
  void onlyTheRestIsRun() {
    Integer[] results = new Integer[ITEMS.size()];
    new Counting(Long.MAX_VALUE).mapRest(item -> item, ITEMS, results, 498);
    assertThat(results).startsWith(null, null).endsWith(null, 498, 499);
  }
}
