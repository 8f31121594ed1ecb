package io.amorsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code map} does when something goes wrong, or when it is called from odd places. */
@Timeout(60)
class AmorsizeBehaviourTest {

  private static final int ITEMS = 5000;

  /** A way to map a list. */
  private interface Way {
    <R> List<R> map(Function<Integer, R> function, List<Integer> items);
  }

  /** The ways that an input can take through the code. */
  private enum Ways implements Way {
    PLANNED {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items);
      }
    },
    SERIAL {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items, ExecutionPlan.serial(items.size()));
      }
    },
    PLATFORM {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items, ExecutionPlan.platform(4, 16));
      }
    },
    VIRTUAL {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items, ExecutionPlan.virtual(16, 4));
      }
    },
    ITERATOR {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items.iterator());
      }
    },
    LAZY {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.stream(function, items.iterator()).toList();
      }
    },
    PROGRESS {
      @Override
      public <R> List<R> map(Function<Integer, R> function, List<Integer> items) {
        return Amorsize.map(function, items, (done, total) -> {});
      }
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @AfterEach
  void noInterruptIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  static List<Object[]> waysAndItems() {
    return Arrays.stream(Ways.values())
        .flatMap(way -> IntStream.of(0, 1, 2500, ITEMS - 1).mapToObj(i -> new Object[] {way, i}))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("waysAndItems")
  void theIndexOfTheItemThatFailedIsTold(Way way, int failing) {
    for (Throwable thrown :
        List.of(
            new IllegalStateException("planted"),
            new AssertionError("planted"),
            new OutOfMemoryError("planted"),
            new NoClassDefFoundError("planted"))) {
      ItemFailedException failed =
          catchThrowableOfType(
              ItemFailedException.class,
              () ->
                  way.map(
                      item -> {
                        if (item == failing) {
                          AmorsizeBehaviourTest.<RuntimeException>sneak(thrown);
                        }
                        return item;
                      },
                      numbers(ITEMS)));
      assertThat(failed.itemIndex()).isEqualTo(failing);
      assertThat(failed).cause().isSameAs(thrown);
    }
  }

  @SuppressWarnings("unchecked") // erased: any throwable passes as unchecked
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aCheckedExceptionThrownSneakilyIsToldAsWell(Way way) {
    InterruptedException checked = new InterruptedException("planted");
    assertThatThrownBy(
            () ->
                way.map(
                    item -> {
                      AmorsizeBehaviourTest.<RuntimeException>sneak(checked);
                      return item;
                    },
                    numbers(10)))
        .isInstanceOf(ItemFailedException.class)
        .cause()
        .isSameAs(checked);
  }

  static Ways[] ways() {
    return Ways.values();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aFunctionThatOverflowsItsStackFailsLikeAnyOther(Way way) {
    assertThatThrownBy(() -> way.map(AmorsizeBehaviourTest::endlessly, numbers(10)))
        .isInstanceOf(ItemFailedException.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(way.map(item -> item, numbers(10))).isEqualTo(numbers(10));
  }

  /** Until the stack is full: an item is never negative. */
  private static int endlessly(int item) {
    return item < 0 ? item : 1 + endlessly(item);
  }

  /** Calls deeper and deeper, so that the stack ends in every place of the map itself. */
  @Test
  void aCallerWithoutStackLeavesTheNextCallWhole() {
    assertThatThrownBy(() -> deeper(0))
        .isInstanceOfAny(StackOverflowError.class, ItemFailedException.class);
    assertThat(ParallelMap.isNested()).isFalse();
    assertThat(Ways.PLATFORM.map(item -> item, numbers(1000))).isEqualTo(numbers(1000));
  }

  private static int deeper(int depth) {
    if (depth % 16 == 0) {
      Ways.PLATFORM.map(item -> item, numbers(3));
    }
    return depth < 0 ? depth : 1 + deeper(depth + 1);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aFailureLeavesOutTheRest(Way way) {
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                way.map(
                    item -> {
                      calls.incrementAndGet();
                      throw new IllegalStateException("planted");
                    },
                    numbers(ITEMS)))
        .isInstanceOf(ItemFailedException.class);
    assertThat(calls.get()).isLessThanOrEqualTo(16);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aThreadThatIsInterruptedBeforeMapsNothing(Way way) {
    AtomicInteger calls = new AtomicInteger();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> way.map(item -> calls.incrementAndGet(), numbers(ITEMS)))
        .isInstanceOf(CancellationException.class)
        .hasMessageStartingWith("interrupted while mapping");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls).hasValue(0);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anInterruptDuringTheMapEndsItAndIsKept(Way way) {
    Thread caller = Thread.currentThread();
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                way.map(
                    item -> {
                      if (calls.incrementAndGet() == 1000) {
                        caller.interrupt();
                      }
                      return item;
                    },
                    Collections.nCopies(1_000_000, 1)))
        .isInstanceOf(CancellationException.class)
        .hasMessageStartingWith("interrupted while mapping");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.get()).isLessThan(1_000_000);
  }

  @Test
  void anInterruptReachesHelpersThatTheCallerWaitsFor() {
    Thread caller = Thread.currentThread();
    CountDownLatch helperIn = new CountDownLatch(1);
    AtomicBoolean callerReady = new AtomicBoolean();
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Amorsize.map(
                    item -> {
                      try {
                        if (Thread.currentThread() == caller) {
                          boolean came = helperIn.await(20, TimeUnit.SECONDS);
                          callerReady.set(true);
                          return came;
                        }
                        helperIn.countDown();
                        while (!callerReady.get() || caller.getState() == Thread.State.RUNNABLE) {
                          Thread.onSpinWait();
                        }
                        caller.interrupt();
                        return never.await(20, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        interrupted.incrementAndGet();
                        return false;
                      }
                    },
                    List.of(1, 2),
                    ExecutionPlan.platform(2, 1)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(interrupted).hasValue(1);
  }

  /** Outer and inner calls together never run on more threads than the outer one may use. */
  @Test
  void nestedCallsUseTheThreadsOfTheOuterOne() {
    ExecutionPlan outer = ExecutionPlan.platform(4, 1);
    ExecutionPlan inner = ExecutionPlan.platform(8, 1);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> sums =
        Amorsize.map(
            outerItem ->
                Amorsize.map(
                        innerItem -> {
                          most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                          threads.add(Thread.currentThread());
                          int sum =
                              Amorsize.map(x -> x + innerItem, numbers(10)).stream()
                                  .mapToInt(x -> x)
                                  .sum();
                          atOnce.decrementAndGet();
                          return sum;
                        },
                        numbers(20),
                        inner)
                    .size(),
            numbers(40),
            outer);
    assertThat(sums).hasSize(40).containsOnly(20);
    assertThat(threads).hasSizeLessThanOrEqualTo(4);
    assertThat(most.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void aCallInsideASerialMapMayBeShared() {
    CountDownLatch bothIn = new CountDownLatch(2);
    List<List<Boolean>> met =
        Amorsize.map(
            outer ->
                Amorsize.map(
                    inner -> {
                      bothIn.countDown();
                      try {
                        return bothIn.await(20, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    },
                    numbers(2),
                    ExecutionPlan.platform(2, 1)),
            List.of(1),
            ExecutionPlan.serial(1));
    assertThat(met).containsExactly(List.of(true, true));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void aFunctionMayCallItself(Way way) {
    assertThat(way.map(item -> leaves(way, 4), numbers(3))).containsOnly(81);
  }

  private static int leaves(Way way, int depth) {
    return depth == 0
        ? 1
        : way.map(item -> leaves(way, depth - 1), numbers(3)).stream().mapToInt(x -> x).sum();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void worksInsideAForkJoinWorker(Way way) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    try {
      List<List<Integer>> results =
          pool.submit(
                  () ->
                      IntStream.range(0, 8)
                          .parallel()
                          .mapToObj(i -> way.map(item -> item, numbers(ITEMS)))
                          .toList())
              .get(30, TimeUnit.SECONDS);
      assertThat(results).hasSize(8).containsOnly(numbers(ITEMS));
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shortListsWorkEveryWay(int count) {
    for (Way way : Ways.values()) {
      assertThat(way.map(item -> item, numbers(count))).isEqualTo(numbers(count));
    }
  }
}
