package io.amorsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ProgressListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of input: each item once, results in order. */
@Timeout(60)
class AmorsizeInputsTest {

  private static String name(Integer item) {
    return "n" + item;
  }

  /** Numbers from 0 that can be read and nothing else. */
  private record Numbers(int count) implements Iterable<Integer> {
    @Override
    public Iterator<Integer> iterator() {
      return numbers(count).iterator();
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** That lambdas, method references and functions fit every overload is checked by compiling. */
  @Test
  void everyOverloadTakesEveryFormOfFunction() {
    List<Integer> list = numbers(3);
    Integer[] array = list.toArray(new Integer[0]);
    Iterable<Integer> iterable = new Numbers(3);
    Function<Integer, String> function = AmorsizeInputsTest::name;
    Collection<Integer> collection = new ArrayDeque<>(list);
    List<String> expected = List.of("n0", "n1", "n2");
    assertThat(Amorsize.map(function, list)).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list)).isEqualTo(expected);
    assertThat(Amorsize.map(function, list, ExecutionPlan.platform(2, 1))).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list, ExecutionPlan.platform(2, 1))).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list, (done, total) -> {})).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, collection)).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, array)).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, iterable)).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list.iterator())).isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list.iterator(), (done, total) -> {}))
        .isEqualTo(expected);
    assertThat(Amorsize.map(x -> "n" + x, list.stream())).isEqualTo(expected);
    assertThat(Amorsize.stream(x -> "n" + x, list.iterator()).toList()).isEqualTo(expected);
    assertThat(Amorsize.map(String::valueOf, list)).containsExactly("0", "1", "2");
    assertThat(Amorsize.map(String::valueOf, list.iterator())).containsExactly("0", "1", "2");
    List<CharSequence> wider = Amorsize.map(function, list.stream());
    assertThat(wider).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 30_000})
  void eachItemIsMappedOnceInOrder(int count) {
    List<Integer> items = numbers(count);
    List<String> expected = items.stream().map(AmorsizeInputsTest::name).toList();
    AtomicIntegerArray calls = new AtomicIntegerArray(count);
    Function<Integer, String> counting =
        item -> {
          calls.incrementAndGet(item);
          return name(item);
        };
    assertThat(Amorsize.map(counting, items)).isEqualTo(expected);
    assertThat(Amorsize.map(counting, new TreeSet<>(items))).isEqualTo(expected);
    assertThat(Amorsize.map(counting, items.toArray(new Integer[0]))).isEqualTo(expected);
    assertThat(Amorsize.map(counting, new Numbers(count))).isEqualTo(expected);
    assertThat(Amorsize.map(counting, items.iterator())).isEqualTo(expected);
    assertThat(Amorsize.map(counting, items.stream())).isEqualTo(expected);
    assertThat(Amorsize.stream(counting, items.iterator()).toList()).isEqualTo(expected);
    assertThat(IntStream.range(0, count).map(calls::get)).allMatch(calledOnce -> calledOnce == 7);
  }

  @Test
  void nullItemsAndNullResultsPass() {
    String[] items = {null, "a", null, "b"};
    List<String> expected = Arrays.asList(items);
    Function<String, String> same = x -> x;
    assertThat(Amorsize.map(same, items)).isEqualTo(expected);
    assertThat(Amorsize.map(same, expected)).isEqualTo(expected);
    assertThat(Amorsize.map(same, expected.iterator())).isEqualTo(expected);
    assertThat(Amorsize.map(same, expected.stream())).isEqualTo(expected);
    assertThat(Amorsize.stream(same, expected.iterator()).toList()).isEqualTo(expected);
    assertThat(Amorsize.optimize(same, expected).nJobs()).isEqualTo(1);
  }

  @Test
  void nullsInPlaceOfAnArgumentAreNamed() {
    List<Integer> none = List.of();
    Function<Integer, Integer> noFunction = null;
    for (Runnable call :
        List.<Runnable>of(
            () -> Amorsize.map(noFunction, none),
            () -> Amorsize.map(noFunction, new Integer[0]),
            () -> Amorsize.map(noFunction, none.iterator()),
            () -> Amorsize.map(noFunction, none.stream()),
            () -> Amorsize.map(noFunction, new Numbers(0)),
            () -> Amorsize.map(noFunction, none, (done, total) -> {}),
            () -> Amorsize.map(noFunction, none.iterator(), (done, total) -> {}),
            () -> Amorsize.map(noFunction, none, ExecutionPlan.serial(1)),
            () -> Amorsize.stream(noFunction, none.iterator()),
            () -> Amorsize.optimize(noFunction, none))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(NullPointerException.class)
          .hasMessage("function is null");
    }
    for (Runnable call :
        List.<Runnable>of(
            () -> Amorsize.map(AmorsizeInputsTest::name, (List<Integer>) null),
            () -> Amorsize.map(AmorsizeInputsTest::name, (Integer[]) null),
            () -> Amorsize.map(AmorsizeInputsTest::name, (Iterator<Integer>) null),
            () -> Amorsize.map(AmorsizeInputsTest::name, (Stream<Integer>) null),
            () -> Amorsize.map(AmorsizeInputsTest::name, (Iterable<Integer>) null),
            () -> Amorsize.map(AmorsizeInputsTest::name, (List<Integer>) null, (done, total) -> {}),
            () ->
                Amorsize.map(
                    AmorsizeInputsTest::name, (Iterator<Integer>) null, (done, total) -> {}),
            () ->
                Amorsize.map(
                    AmorsizeInputsTest::name, (List<Integer>) null, ExecutionPlan.serial(1)),
            () -> Amorsize.stream(AmorsizeInputsTest::name, (Iterator<Integer>) null),
            () -> Amorsize.optimize(AmorsizeInputsTest::name, null))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(NullPointerException.class)
          .hasMessage("items is null");
    }
    ProgressListener noListener = null;
    assertThatThrownBy(() -> Amorsize.map(AmorsizeInputsTest::name, none, noListener))
        .hasMessage("listener is null");
    ExecutionPlan noPlan = null;
    assertThatThrownBy(() -> Amorsize.map(AmorsizeInputsTest::name, none, noPlan))
        .hasMessage("plan is null");
  }

  @Test
  void resultsCannotBeChanged() {
    for (List<String> results :
        List.of(
            Amorsize.map(AmorsizeInputsTest::name, numbers(3)),
            Amorsize.map(AmorsizeInputsTest::name, numbers(3).iterator()),
            Amorsize.map(AmorsizeInputsTest::name, numbers(3).stream()))) {
      assertThatThrownBy(() -> results.set(0, "x"))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void theListBehindTheCallIsNotChanged() {
    List<Integer> items = new ArrayList<>(numbers(1000));
    Amorsize.map(AmorsizeInputsTest::name, items);
    assertThat(items).isEqualTo(numbers(1000));
    Integer[] array = items.toArray(new Integer[0]);
    Amorsize.map(AmorsizeInputsTest::name, array);
    assertThat(array).containsExactlyElementsOf(items);
  }

  @Test
  void aStreamIsLeftToItsOwnerToClose() {
    AtomicInteger closed = new AtomicInteger();
    try (Stream<Integer> items = numbers(10).stream().onClose(closed::incrementAndGet)) {
      assertThat(Amorsize.map(AmorsizeInputsTest::name, items)).hasSize(10);
      assertThat(closed).hasValue(0);
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void progressEndsFull() {
    List<String> told = new ArrayList<>();
    ProgressListener listener = (done, total) -> told.add(done + "/" + total);
    Amorsize.map(AmorsizeInputsTest::name, numbers(500), listener);
    assertThat(told).endsWith("500/500");
    told.clear();
    Amorsize.map(AmorsizeInputsTest::name, numbers(500).iterator(), listener);
    assertThat(told).endsWith("500/500");
    told.clear();
    Amorsize.map(AmorsizeInputsTest::name, Set.<Integer>of(), listener);
    assertThat(told).containsExactly("0/0");
  }

  /** 10 million results take 40 MB for their references; the items here take none. */
  @Test
  void tenMillionItemsNeedLittleMoreThanTheirResults() {
    int count = 10_000_000;
    List<Integer> items = Collections.nCopies(count, 7);
    Function<Integer, Integer> function = x -> x;
    List<Integer> planned = Amorsize.map(function, items);
    assertThat(planned.size()).isEqualTo(count);
    assertThat(planned.get(count - 1)).isEqualTo(7);
    List<Integer> shared = Amorsize.map(function, items, ExecutionPlan.platform(4, 1000));
    assertThat(shared.get(count / 2)).isEqualTo(7);
    assertThat(Amorsize.optimize(function, items).nJobs()).isPositive();
    List<Integer> read = Amorsize.map(function, items.iterator());
    assertThat(read.size()).isEqualTo(count);
    assertThat(Amorsize.stream(function, items.iterator()).count()).isEqualTo(count);
  }
}
