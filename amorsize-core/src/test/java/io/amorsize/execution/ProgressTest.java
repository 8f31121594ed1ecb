package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final long MILLISECOND = 1_000_000;

  private final AtomicLong now = new AtomicLong();
  private final List<String> told = new ArrayList<>();

  private void tell(long done, long total) {
    told.add(done + "/" + total);
  }

  /** Maps items that take so long, by the clock of the test. */
  private List<Integer> map(int items, long total, ProgressListener listener, long nanos) {
    return new Progress(listener, total, now::get)
        .<Integer, Integer, List<Integer>>during(
            item -> {
              now.addAndGet(nanos);
              return item;
            },
            counted ->
                ParallelMap.map(
                    counted,
                    IntStream.range(0, items).boxed().toList(),
                    ExecutionPlan.serial(items)));
  }

  @Test
  void isToldTenTimesASecondAndAtTheEnd() {
    assertThat(map(10, 10, this::tell, 50 * MILLISECOND)).hasSize(10);
    assertThat(told).containsExactly("2/10", "4/10", "6/10", "8/10", "10/10");
  }

  @Test
  void heavyItemsAreToldOneByOne() {
    map(3, 3, this::tell, 500 * MILLISECOND);
    assertThat(told).containsExactly("1/3", "2/3", "3/3");
  }

  @Test
  void aShortMapIsToldAtTheEnd() {
    map(10, 10, this::tell, MILLISECOND);
    assertThat(told).containsExactly("10/10");
  }

  @Test
  void anEmptyListIsDoneAtOnce() {
    map(0, 0, this::tell, 1);
    assertThat(told).containsExactly("0/0");
  }

  @Test
  void anUnknownTotalIsKnownAtTheEnd() {
    map(3, ProgressListener.UNKNOWN, this::tell, 100 * MILLISECOND);
    assertThat(told).containsExactly("1/-1", "2/-1", "3/-1", "3/3");
  }

  @Test
  void aMapThatFailsIsNotToldAsDone() {
    assertThatThrownBy(
            () ->
                new Progress(this::tell, 2, now::get)
                    .<Integer, Integer, List<Integer>>during(
                        item -> {
                          throw new IllegalStateException("planted");
                        },
                        counted ->
                            ParallelMap.map(counted, List.of(1, 2), ExecutionPlan.serial(2))))
        .isInstanceOf(ItemFailedException.class)
        .hasMessageContaining("item 0");
    assertThat(told).isEmpty();
  }

  @Test
  void whatAListenerThrowsComesOutAsItIsAndCancels() {
    RuntimeException exception = new IllegalStateException("enough");
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                map(
                    100,
                    100,
                    (done, total) -> {
                      calls.incrementAndGet();
                      throw exception;
                    },
                    100 * MILLISECOND))
        .isSameAs(exception);
    assertThat(calls).hasValue(1);
    assertThat(now.get()).isEqualTo(100 * MILLISECOND);
    Error error = new AssertionError("enough");
    assertThatThrownBy(
            () ->
                map(
                    1,
                    1,
                    (done, total) -> {
                      throw error;
                    },
                    MILLISECOND))
        .isSameAs(error);
  }

  @Property(tries = 50)
  void countsFromManyThreadsNeverFallAndEndFull(
      @ForAll @IntRange(max = 2000) int items, @ForAll @IntRange(min = 2, max = 8) int jobs) {
    AtomicLong time = new AtomicLong();
    List<Long> counts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    ProgressListener listener =
        (done, total) -> {
          counts.add(done);
          threads.add(Thread.currentThread());
        };
    new Progress(listener, items, () -> time.addAndGet(50 * MILLISECOND))
        .<Integer, Integer, List<Integer>>during(
            item -> item,
            counted ->
                ParallelMap.map(
                    counted, Collections.nCopies(items, 1), ExecutionPlan.platform(jobs, 5)));
    assertThat(counts).isSorted().endsWith((long) items);
    assertThat(counts.stream().filter(count -> count == items)).hasSize(1);
    assertThat(threads).containsOnly(Thread.currentThread());
  }

  @Test
  void refusesNulls() {
    assertThatThrownBy(() -> new Progress(null, 1)).hasMessage("listener is null");
    assertThatThrownBy(() -> new Progress(this::tell, 1).during(null, counted -> 1))
        .hasMessage("function is null");
  }
}
