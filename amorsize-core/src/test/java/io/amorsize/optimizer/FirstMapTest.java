package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ItemFailedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
      super(leastNanos);
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
        first.map(
            item -> {
              seen.add(Thread.currentThread());
              return 2 * item;
            },
            ITEMS);
    assertThat(results).isEqualTo(doubled());
    assertThat(seen).hasSize(ITEMS.size()).containsOnly(caller);
    assertThat(first.rehearsals).hasValue(0);
    assertThat(first.isOver()).isFalse();
  }

  @Test
  void aLongListLoadsOnceAndIsOverThen() throws InterruptedException {
    Counting first = new Counting(1_000_000);
    while (!first.isOver()) {
      assertThat(first.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
    }
    first.rehearsed.await();
    assertThat(first.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
    assertThat(first.rehearsals).hasValue(1);
  }

  /** It asks after 20, 21 and 23 ms; only a host that is late by 77 ms would keep it from that. */
  @Test
  void itLoadsOnceACoreIsFree() throws InterruptedException {
    Counting first = new Counting(20_000_000, 3);
    while (!first.isOver()) {
      assertThat(first.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
    }
    first.rehearsed.await();
    assertThat(first.questions).hasValue(3);
    assertThat(first.rehearsals).hasValue(1);
    Counting later = new Counting(Long.MAX_VALUE / 20, 1);
    assertThat(later.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
    assertThat(later.questions).hasValue(0);
  }

  /** Of 20 ms, 4, 4.2, 4.6, 5.4, 7, 10.2 and 16.6: each time twice as late. */
  @Test
  void whereNoneIsItLoadsLater() throws InterruptedException {
    Counting first = new Counting(4_000_000, Integer.MAX_VALUE);
    long start = System.nanoTime();
    while (!first.isOver()) {
      assertThat(first.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
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
      first.map(FirstMapTest::slow, few);
      calls++;
    }
    assertThat(calls).isGreaterThan(1);
  }

  @Test
  void theRealLoadingLeavesHelpersThatWork() {
    FirstMap first = new FirstMap(1);
    while (!first.isOver()) {
      assertThat(first.map(FirstMapTest::slow, ITEMS)).isEqualTo(doubled());
    }
    assertThat(first.map(FirstMapTest::slow, new ArrayDeque<>(ITEMS))).isEqualTo(doubled());
  }

  @Test
  void failuresTellTheItem() {
    Counting first = new Counting(Long.MAX_VALUE);
    for (int failing : new int[] {0, 77, 499}) {
      assertThatThrownBy(
              () ->
                  first.map(
                      item -> {
                        if (item == failing) {
                          throw new IllegalStateException("no");
                        }
                        return item;
                      },
                      ITEMS))
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
                first.map(
                    item -> {
                      if (calls.incrementAndGet() == 100) {
                        Thread.currentThread().interrupt();
                      }
                      return item;
                    },
                    ITEMS))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while mapping 500 items");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.get()).isBetween(100, 300);
  }

  @Test
  void oddInputIsNamed() {
    Counting first = new Counting(Long.MAX_VALUE);
    assertThatThrownBy(() -> first.map(null, ITEMS)).hasMessage("function is null");
    assertThatThrownBy(() -> first.map(item -> item, null)).hasMessage("items is null");
    assertThat(first.map(item -> item, List.of())).isEmpty();
    assertThat(first.map(item -> null, ITEMS)).hasSize(500).containsOnlyNulls();
    assertThatThrownBy(() -> first.map(item -> item, List.of(1)).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
