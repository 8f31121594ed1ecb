package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Endless maps on a clock that the function turns. */
@Timeout(30)
class BatchedMapTest {

  private final AtomicLong now = new AtomicLong();
  private final Source source = new Source();
  private final List<Integer> planned = new ArrayList<>();
  private int serialPlans;

  /** Counts up without end. */
  private static final class Source implements Iterator<Integer> {
    private int read;

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Integer next() {
      return read++;
    }
  }

  private <T, R> ExecutionPlan plan(
      Function<? super T, ? extends R> function, List<? extends T> items, Object[] results) {
    planned.add(items.size());
    ExecutionPlan plan =
        planned.size() <= serialPlans
            ? ExecutionPlan.serial(items.size())
            : ExecutionPlan.platform(2, 3);
    ParallelMap.mapRange(function, items, 0, items.size(), results, plan);
    return plan;
  }

  private <T, R> BatchedMap<T, R> map(
      Function<? super T, ? extends R> function, Iterator<? extends T> items) {
    return new BatchedMap<>(function, items, this::plan, now::get);
  }

  /** A function whose items take so long, by the clock of the test. */
  private Function<Integer, Integer> taking(long nanos) {
    return item -> {
      now.addAndGet(nanos);
      return -item;
    };
  }

  @Property(tries = 100)
  void callsTheFunctionOnceForEachItemAndKeepsTheOrder(
      @ForAll @IntRange(max = 5000) int size,
      @ForAll @IntRange(min = 1, max = 3_000_000) int nanos) {
    AtomicIntegerArray calls = new AtomicIntegerArray(size);
    AtomicLong time = new AtomicLong();
    Function<Integer, Integer> function =
        item -> {
          time.addAndGet(nanos);
          calls.incrementAndGet(item);
          return item * 3;
        };
    List<Integer> results =
        new BatchedMap<Integer, Integer>(
                function, IntStream.range(0, size).iterator(), this::plan, time::get)
            .toList();
    assertThat(results).isEqualTo(IntStream.range(0, size).map(i -> i * 3).boxed().toList());
    assertThat(IntStream.range(0, size).map(calls::get)).allMatch(count -> count == 1);
  }

  @Test
  void plansOnceWhenAnItemsCostIsKnown() {
    Iterator<Integer> items = IntStream.range(0, 2000).iterator();
    assertThat(map(taking(1_000_000), items).toList()).hasSize(2000);
    assertThat(planned).containsExactly(100);
  }

  @Test
  void aSerialPlanIsThoughtOverWithEveryBatch() {
    serialPlans = 2;
    Iterator<Integer> items = IntStream.range(0, 2000).iterator();
    assertThat(map(taking(1_000_000), items).toList()).hasSize(2000);
    assertThat(planned).hasSize(3);
  }

  @Test
  void aShortSourceIsNotPlanned() {
    assertThat(map(taking(1_000_000), List.of(1).iterator()).toList()).containsExactly(-1);
    assertThat(map(taking(1), List.<Integer>of().iterator()).toList()).isEmpty();
    assertThat(planned).isEmpty();
  }

  @Test
  void nullItemsAndResultsPass() {
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      items.add(i % 2 == 0 ? null : i);
    }
    assertThat(map(item -> item, items.iterator()).toList()).isEqualTo(items);
    assertThat(map(item -> item, items.iterator()).stream().toList()).isEqualTo(items);
  }

  @Test
  void anEndlessSourceEndsWhenTheFunctionThrows() {
    ItemFailedException failed =
        catchThrowableOfType(
            ItemFailedException.class,
            () ->
                map(
                        item -> {
                          if (item == 12_345) {
                            throw new IllegalStateException("planted");
                          }
                          return item;
                        },
                        source)
                    .toList());
    assertThat(failed.itemIndex()).isEqualTo(12_345);
    assertThat(failed).hasRootCauseMessage("planted");
  }

  @Test
  void anEndlessSourceEndsWhenTheThreadIsInterrupted() {
    Thread caller = Thread.currentThread();
    assertThatThrownBy(
            () ->
                map(
                        item -> {
                          if (item == 3000) {
                            caller.interrupt();
                          }
                          return item;
                        },
                        source)
                    .toList())
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aSlowSourceIsNotReadAnyMoreByAnInterruptedThread() {
    Iterator<Integer> interrupting =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            if (source.read == 100) {
              Thread.currentThread().interrupt();
            }
            return source.next();
          }
        };
    assertThatThrownBy(() -> map(taking(1), interrupting).toList())
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while mapping, after 63 items");
    assertThat(source.read).isEqualTo(101);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anEndlessSourceEndsWhenItThrowsItself() {
    Iterator<Integer> broken =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public Integer next() {
            if (source.read == 100) {
              throw new NoSuchElementException("broken source");
            }
            return source.next();
          }
        };
    assertThatThrownBy(() -> map(taking(1), broken).toList()).hasMessage("broken source");
  }

  @Test
  void aStreamReadsAheadByABound() {
    try (Stream<Integer> results = map(taking(1_000), source).stream()) {
      Iterator<Integer> consumer = results.iterator();
      int ahead = 0;
      for (int taken = 0; taken < 20_000; taken++) {
        assertThat(consumer.next()).isEqualTo(-taken);
        ahead = Math.max(ahead, source.read - taken);
      }
      assertThat(ahead).isEqualTo(BatchedMap.LOOK_AHEAD);
    }
  }

  @Test
  void aStreamOfHeavyItemsReadsFewAhead() {
    Iterator<Integer> consumer = map(taking(1_000_000_000L), source).stream().iterator();
    assertThat(consumer.next()).isZero();
    assertThat(source.read).isEqualTo(1);
    int ahead = 0;
    for (int taken = 1; taken < 500; taken++) {
      consumer.next();
      ahead = Math.max(ahead, source.read - taken);
    }
    assertThat(ahead).isEqualTo(16);
  }

  @Test
  void aStreamIsLazyAndShortCircuits() {
    Stream<Integer> results = map(taking(1_000), source).stream();
    assertThat(source.read).isZero();
    assertThat(results.limit(10).toList()).hasSize(10).endsWith(-9);
    assertThat(source.read).isEqualTo(15);
  }

  @Test
  void aParallelStreamReadsNoFurtherAhead() {
    List<Integer> results = map(taking(1_000), source).stream().parallel().limit(10).toList();
    assertThat(results).hasSize(10).endsWith(-9);
    assertThat(source.read).isLessThanOrEqualTo(BatchedMap.LOOK_AHEAD);
  }

  @Test
  void aClosedStreamReadsNothingMore() {
    Stream<Integer> results = map(taking(1_000), source).stream();
    Iterator<Integer> consumer = results.iterator();
    for (int i = 0; i < 5; i++) {
      consumer.next();
    }
    results.close();
    int read = source.read;
    // The consumer's iterator had asked for one result more.
    int left = 0;
    while (consumer.hasNext()) {
      consumer.next();
      left++;
    }
    assertThat(left).isLessThanOrEqualTo(1);
    assertThat(source.read).isEqualTo(read);
  }

  @Test
  void aStreamThatFailedHasEnded() {
    Iterator<Object> consumer =
        this.<Integer, Object>map(
                item -> {
                  if (item == 5) {
                    throw new IllegalStateException("planted");
                  }
                  return item;
                },
                source)
            .stream()
            .iterator();
    assertThat(List.of(consumer.next(), consumer.next(), consumer.next())).containsExactly(0, 1, 2);
    assertThatThrownBy(consumer::next)
        .isInstanceOf(ItemFailedException.class)
        .hasMessageContaining("item 5");
    assertThat(consumer.hasNext()).isFalse();
  }

  @Test
  void aFailureBeyondTheRangeOfAnIndexSaysSo() {
    ItemFailedException failed = new ItemFailedException(7, new IllegalStateException());
    assertThat(failed.after(10).itemIndex()).isEqualTo(17);
    assertThat(failed.after(1L << 40).itemIndex()).isEqualTo(Integer.MAX_VALUE);
  }
}
