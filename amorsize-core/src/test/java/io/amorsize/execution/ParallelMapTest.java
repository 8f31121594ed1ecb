package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ParallelMapTest {

  private static final ExecutionPlan TWO_BY_ONE = ExecutionPlan.platform(2, 1);

  @Property
  void callsTheFunctionOnceForEachItemAndKeepsTheOrder(
      @ForAll @IntRange(max = 500) int size,
      @ForAll @IntRange(min = 1, max = 8) int threads,
      @ForAll @IntRange(min = 1, max = 600) int chunk) {
    AtomicIntegerArray calls = new AtomicIntegerArray(size);
    List<Integer> items = IntStream.range(0, size).boxed().toList();
    List<Integer> results =
        ParallelMap.map(
            item -> {
              calls.incrementAndGet(item);
              return item * 3;
            },
            items,
            ExecutionPlan.platform(threads, chunk));
    assertThat(results).isEqualTo(items.stream().map(item -> item * 3).toList());
    assertThat(IntStream.range(0, size).map(calls::get)).allMatch(count -> count == 1);
  }

  @Test
  void theListIsLeftAsItIs() {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> array = Arrays.asList(4, 5, 6);
    for (ExecutionPlan plan : List.of(TWO_BY_ONE, ExecutionPlan.serial(3))) {
      assertThat(ParallelMap.map(x -> -x, list, plan)).containsExactly(-1, -2, -3);
      assertThat(ParallelMap.map(x -> -x, array, plan)).containsExactly(-4, -5, -6);
    }
    assertThat(list).containsExactly(1, 2, 3);
    assertThat(array).containsExactly(4, 5, 6);
  }

  /** A list may make its items when it is asked for them, which is part of the work. */
  @Test
  void itemsAreAskedForOneByOne() {
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    class Lazy extends AbstractList<Integer> implements RandomAccess {
      @Override
      public Integer get(int index) {
        order.add("get " + index);
        return index;
      }

      @Override
      public int size() {
        return 2;
      }
    }
    ParallelMap.map(item -> order.add("run " + item), new Lazy(), ExecutionPlan.serial(2));
    assertThat(order).containsExactly("get 0", "run 0", "get 1", "run 1");
  }

  @Test
  void mapsOnlyTheRangeAskedFor() {
    Object[] results = new Object[5];
    ParallelMap.mapRange(x -> x, List.of(0, 1, 2, 3, 4), 1, 3, results, TWO_BY_ONE);
    assertThat(results).containsExactly(null, 1, 2, null, null);
    ParallelMap.mapRange(x -> x, List.of(0), 1, 1, results, TWO_BY_ONE);
    assertThatThrownBy(
            () -> ParallelMap.mapRange(x -> x, List.of(0), 0, 2, new Object[9], TWO_BY_ONE))
        .hasMessage("need 0 <= from <= to <= 1, are 0 and 2");
  }

  @Test
  void passesNullItemsAndResultsOn() {
    List<String> items = Arrays.asList("a", null, "b");
    assertThat(ParallelMap.map(x -> x, items, TWO_BY_ONE)).containsExactly("a", null, "b");
  }

  @Test
  void readsACollectionWithoutRandomAccessOnce() {
    @SuppressWarnings("JdkObsolete") // a list without random access is what this is about
    List<Integer> items = new LinkedList<>(IntStream.range(0, 1000).boxed().toList());
    assertThat(ParallelMap.map(x -> x, items, TWO_BY_ONE)).isEqualTo(items);
    assertThat(ParallelMap.map(x -> x, Set.of(1), TWO_BY_ONE)).containsExactly(1);
  }

  @Test
  void givesAnUnmodifiableList() {
    List<Integer> results = ParallelMap.map(x -> x, List.of(1, 2), TWO_BY_ONE);
    assertThatThrownBy(() -> results.set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesNulls() {
    assertThatThrownBy(() -> ParallelMap.map(null, List.of(), TWO_BY_ONE))
        .hasMessage("function is null");
    assertThatThrownBy(() -> ParallelMap.map(x -> x, null, TWO_BY_ONE)).hasMessage("items is null");
    assertThatThrownBy(() -> ParallelMap.map(x -> x, List.of(), null)).hasMessage("plan is null");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 57, 99})
  void tellsWhichItemFailed(int failing) {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    Function<Integer, Integer> function =
        item -> {
          if (item == failing) {
            throw new IllegalStateException("no " + item);
          }
          return item;
        };
    for (ExecutionPlan plan : List.of(ExecutionPlan.serial(100), TWO_BY_ONE)) {
      ItemFailedException failed =
          catchThrowableOfType(
              ItemFailedException.class, () -> ParallelMap.map(function, items, plan));
      assertThat(failed.itemIndex()).isEqualTo(failing);
      assertThat(failed).hasRootCauseMessage("no " + failing);
    }
  }

  @Test
  void aFailureKeepsTheRestFromStarting() {
    AtomicInteger calls = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ParallelMap.map(
                    item -> {
                      calls.incrementAndGet();
                      throw new AssertionError("first");
                    },
                    Collections.nCopies(10_000, 1),
                    ExecutionPlan.platform(4, 10)))
        .isInstanceOf(ItemFailedException.class);
    assertThat(calls.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void theCallerTakesPart() {
    Thread caller = Thread.currentThread();
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    ParallelMap.map(item -> workers.add(Thread.currentThread()), List.of(1), TWO_BY_ONE);
    assertThat(workers).containsExactly(caller);
  }

  @Test
  void usesAsManyThreadsAsPlanned() {
    CountDownLatch allIn = new CountDownLatch(3);
    List<Boolean> met =
        ParallelMap.map(item -> meet(allIn), List.of(1, 2, 3), ExecutionPlan.platform(3, 1));
    assertThat(met).containsOnly(true);
  }

  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    try {
      return latch.await(20, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void nestedCallsStayOnTheirThread() {
    ExecutionPlan plan = ExecutionPlan.platform(8, 1);
    List<Boolean> alone =
        ParallelMap.map(
            outer -> {
              Set<Thread> inner = ConcurrentHashMap.newKeySet();
              ParallelMap.map(
                  item -> inner.add(Thread.currentThread()), Collections.nCopies(50, 1), plan);
              return inner.equals(Set.of(Thread.currentThread()));
            },
            Collections.nCopies(100, 1),
            plan);
    assertThat(alone).containsOnly(true);
  }

  @Test
  void worksInsideAForkJoinWorker() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    List<Integer> results =
        ForkJoinPool.commonPool().submit(() -> ParallelMap.map(x -> x, items, TWO_BY_ONE)).join();
    assertThat(results).isEqualTo(items);
  }

  @Test
  void anInterruptedCallerStopsAndKeepsItsFlag() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ParallelMap.map(x -> x, List.of(1, 2, 3), TWO_BY_ONE))
        .isInstanceOf(CancellationException.class)
        .hasMessage("interrupted while mapping 3 items");
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aFailureWakesWhoeverWaits(int failing) {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch bothIn = new CountDownLatch(2);
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    assertThatThrownBy(
            () ->
                ParallelMap.map(
                    item -> {
                      bothIn.countDown();
                      try {
                        bothIn.await();
                        if (item == failing) {
                          throw new IllegalStateException("first");
                        }
                        return never.await(20, java.util.concurrent.TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        interrupted.set(true);
                        return false;
                      }
                    },
                    List.of(0, 1),
                    TWO_BY_ONE))
        .isInstanceOf(ItemFailedException.class);
    assertThat(interrupted.get()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void manyCallersShareThePool() throws InterruptedException {
    List<Thread> callers = new ArrayList<>();
    AtomicInteger right = new AtomicInteger();
    for (int i = 0; i < 8; i++) {
      Thread caller =
          new Thread(
              () -> {
                for (int call = 0; call < 200; call++) {
                  List<Integer> items = IntStream.range(0, 50).boxed().toList();
                  if (ParallelMap.map(x -> x, items, TWO_BY_ONE).equals(items)) {
                    right.incrementAndGet();
                  }
                }
              });
      callers.add(caller);
      caller.start();
    }
    for (Thread caller : callers) {
      caller.join(Duration.ofSeconds(25).toMillis());
    }
    assertThat(right).hasValue(1600);
  }

  @Test
  void helpersAreDaemonsWithoutTheCallersClassLoader() {
    CountDownLatch bothIn = new CountDownLatch(2);
    List<Thread> workers =
        ParallelMap.map(
            item -> {
              meet(bothIn);
              return Thread.currentThread();
            },
            List.of(1, 2),
            TWO_BY_ONE);
    Thread helper =
        workers.stream().filter(t -> t != Thread.currentThread()).findFirst().orElseThrow();
    assertThat(helper.isDaemon()).isTrue();
    assertThat(helper.getName()).startsWith("amorsize-");
    assertThat(helper.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
  }

  @Test
  void plansSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> ExecutionPlan.platform(0, 1))
        .hasMessage("nJobs must be at least 1, is 0");
    assertThatThrownBy(() -> ExecutionPlan.platform(2, 0))
        .hasMessage("chunkSize must be at least 1, is 0");
    assertThatThrownBy(() -> new ExecutionPlan(2, 1, ExecutorType.SERIAL))
        .hasMessage("executor serial does not fit nJobs 2");
    assertThat(ExecutionPlan.platform(1, 5).isSerial()).isTrue();
    assertThat(ExecutionPlan.virtual(1, 5).isSerial()).isTrue();
    assertThat(ExecutionPlan.virtual(9, 5).executorType()).isEqualTo(ExecutorType.VIRTUAL);
    assertThat(ExecutionPlan.serial(0).chunkSize()).isEqualTo(1);
  }
}
