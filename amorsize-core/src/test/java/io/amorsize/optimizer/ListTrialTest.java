package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ExecutorType;
import io.amorsize.execution.ItemFailedException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListTrialTest {

  private static final double HOUR = 3.6e12;

  private static ListTrial<Integer, Integer> trial(int items, Function<Integer, Integer> function) {
    return new ListTrial<>(function, IntStream.range(0, items).boxed().toList(), System::nanoTime);
  }

  /** Each of ten items holds a lock for 5 ms. */
  @Test
  void threadsThatWaitForEachOtherAreSeenToMeet() {
    Object lock = new Object();
    ListTrial<Integer, Integer> trial =
        trial(
            10,
            item -> {
              synchronized (lock) {
                long start = System.nanoTime();
                while (System.nanoTime() - start < 5_000_000) {
                  Thread.onSpinWait();
                }
                return item;
              }
            });
    Meeting meeting = trial.meet(10, ExecutionPlan.platform(2, 1), HOUR, HOUR);
    assertThat(meeting.met()).isPositive();
    assertThat(meeting.waits()).isPositive();
  }

  @Test
  void whoeverWaitsAloneWaitsForNobody() {
    ListTrial<Integer, Integer> trial =
        trial(
            8,
            item -> {
              LockSupport.parkNanos(1_000_000);
              return item;
            });
    assertThat(trial.meet(8, ExecutionPlan.platform(2, 1), HOUR, HOUR).waits()).isZero();
  }

  /** The last of the chunks of three is shorter. */
  @Test
  void everyItemIsRunOnceWhereNobodyMeets() {
    AtomicInteger calls = new AtomicInteger();
    ListTrial<Integer, Integer> trial = trial(100, item -> calls.incrementAndGet());
    Meeting meeting = trial.meet(34, new ExecutionPlan(1, 3, ExecutorType.SERIAL), HOUR, HOUR);
    assertThat(meeting.met()).isZero();
    assertThat(calls).hasValue(100);
  }

  /** Three of four chunks of 30, 30, 30 and 10 items come again. */
  @Test
  void chunksAreRunAgainUntilThereAreSoMany() {
    int[] calls = new int[100];
    ListTrial<Integer, Integer> trial = trial(100, item -> ++calls[item]);
    trial.meet(7, new ExecutionPlan(1, 30, ExecutorType.SERIAL), HOUR, HOUR);
    assertThat(calls[0]).isEqualTo(2);
    assertThat(calls[89]).isEqualTo(2);
    assertThat(calls[90]).isEqualTo(1);
    assertThat(calls[99]).isEqualTo(1);
  }

  /** Of a part of the list, as of all of it, the place in the list is told. */
  @ParameterizedTest
  @ValueSource(ints = {40, 100})
  void anItemThatFailsIsNamed(int count) {
    RuntimeException thrown = new IllegalStateException("no");
    AtomicInteger failed = new AtomicInteger(-1);
    ListTrial<Integer, Integer> trial =
        trial(
            100,
            item -> {
              if (item > 30 && failed.compareAndSet(-1, item)) {
                throw thrown;
              }
              return item;
            });
    assertThatThrownBy(() -> trial.meet(count / 3, ExecutionPlan.platform(2, 3), HOUR, HOUR))
        .isInstanceOfSatisfying(
            ItemFailedException.class,
            e -> {
              assertThat(e.itemIndex()).isEqualTo(failed.get());
              assertThat(e.getCause()).isSameAs(thrown);
            });
  }

  @Test
  void noItemIsBegunWhenTimeIsUp() {
    AtomicInteger calls = new AtomicInteger();
    ListTrial<Integer, Integer> trial = trial(100, item -> calls.incrementAndGet());
    trial.meet(10, ExecutionPlan.platform(2, 10), 0, 0);
    assertThat(calls.get()).isBetween(10, 20);
  }

  @Test
  void aWholeListIsRunInItsOrder() {
    StringBuilder order = new StringBuilder();
    trial(
            5,
            item -> {
              order.append(item);
              return item;
            })
        .serial(5);
    assertThat(order.toString()).isEqualTo("01234");
  }
}
