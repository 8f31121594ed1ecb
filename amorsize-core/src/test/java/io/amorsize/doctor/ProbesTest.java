package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.junit.jupiter.api.Test;

/** The probes on clocks and executors that a test makes up. */
class ProbesTest {

  private static final Duration PATIENCE = Duration.ofMillis(1);

  private final AtomicLong clock = new AtomicLong();

  /** Runs all items on the calling thread, in order; faults are put in by overriding. */
  private class CallerAlone implements MapRunner {
    private final ToLongBiFunction<Integer, ExecutionPlan> costNanos;

    CallerAlone() {
      this((items, plan) -> 0);
    }

    /** A run of so many items under a plan takes so long. */
    CallerAlone(ToLongBiFunction<Integer, ExecutionPlan> costNanos) {
      this.costNanos = costNanos;
    }

    @Override
    public final <T, R> List<R> map(
        Function<? super T, ? extends R> function,
        Collection<? extends T> items,
        ExecutionPlan plan) {
      clock.addAndGet(costNanos.applyAsLong(items.size(), plan));
      List<R> results = new ArrayList<>();
      try {
        items.forEach(item -> results.add(function.apply(item)));
      } catch (IllegalStateException e) {
        return failed(e);
      }
      return after(results);
    }

    <R> List<R> after(List<R> results) {
      return results;
    }

    <R> List<R> failed(IllegalStateException e) {
      throw e;
    }
  }

  /** Starts a thread after a time, which runs everything. */
  private final class OneHelper implements MapRunner {
    private final long delay;

    OneHelper(long delay) {
      this.delay = delay;
    }

    @Override
    public <T, R> List<R> map(
        Function<? super T, ? extends R> function,
        Collection<? extends T> items,
        ExecutionPlan plan) {
      clock.addAndGet(delay);
      List<R> results = new ArrayList<>();
      Thread helper = new Thread(() -> items.forEach(item -> results.add(function.apply(item))));
      helper.start();
      try {
        helper.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return results;
    }
  }

  private PoolProbe pool(MapRunner runner) {
    return new PoolProbe(runner, clock::get, clock::addAndGet, PATIENCE);
  }

  @Test
  void timesTheWayToAnotherThread() {
    assertThat(pool(new OneHelper(700)).helperNanos()).hasValue(700);
    assertThat(clock.get()).isEqualTo(700);
    // A pause of a millisecond comes before each of the rounds, and is not counted.
    assertThat(pool(new OneHelper(700)).wakeNanos(3)).hasValue(700);
    assertThat(clock.get()).isEqualTo(700 + 3 * 1_000_700);
  }

  @Test
  void nobodyComesWhereTheCallerIsAlone() {
    assertThat(pool(new CallerAlone()).helperNanos()).isEmpty();
    assertThat(pool(new CallerAlone()).wakeNanos(1000)).isEmpty();
  }

  @Test
  void chunksCostWhatTheyAddToARun() {
    MapRunner runner =
        new CallerAlone(
            (items, plan) -> {
              int chunks = (items + plan.chunkSize() - 1) / plan.chunkSize();
              return 5_000 + 250L * chunks + 3L * items;
            });
    assertThat(pool(runner).chunkNanos(2, 5)).isEqualTo(250);
    assertThat(pool(runner).chunkNanos(4, 1)).isEqualTo(250);
  }

  @Test
  void aCostBelowTheNoiseIsNone() {
    MapRunner faster = new CallerAlone((items, plan) -> 10_000 + plan.chunkSize());
    assertThat(pool(faster).chunkNanos(2, 3)).isEqualTo(0);
  }

  @Test
  void aSmoothClock() {
    AtomicLong cpu = new AtomicLong();
    ClockReading reading =
        new ClockProbe(() -> clock.addAndGet(30), () -> cpu.addAndGet(500)).read();
    assertThat(reading.callNanos()).isEqualTo(30);
    assertThat(reading.stepNanos()).isEqualTo(30);
    assertThat(reading.cpuStepNanos()).hasValue(500);
  }

  @Test
  void aClockThatMovesInSteps() {
    // Each look takes 40 ns, but the clocks show multiples of 1000 ns and of 10 ms.
    AtomicLong now = new AtomicLong();
    ClockReading reading =
        new ClockProbe(
                () -> now.addAndGet(40) / 1000 * 1000, () -> now.get() / 10_000_000 * 10_000_000)
            .read();
    assertThat(reading.stepNanos()).isEqualTo(1000);
    assertThat(reading.callNanos()).isEqualTo(40);
    assertThat(reading.cpuStepNanos()).hasValue(10_000_000);
  }

  @Test
  void aClockThatStandsStillHasStepsAsLongAsTheWait() {
    ClockReading reading = new ClockProbe(() -> clock.addAndGet(50_000), () -> 7).read();
    assertThat(reading.cpuStepNanos().orElseThrow()).isGreaterThanOrEqualTo(100e6);
  }

  @Test
  void aJvmWithoutCpuTime() {
    assertThat(new ClockProbe(() -> clock.addAndGet(1), () -> -1).read().cpuStepNanos()).isEmpty();
  }

  @Test
  void theExecutorWorks() {
    assertThat(ExecutorTrial.fault(ParallelMap::map, 2)).isEmpty();
    assertThat(ExecutorTrial.fault(ParallelMap::map, 5)).isEmpty();
  }

  @Test
  void tellsResultsInTheWrongOrder() {
    MapRunner swapped =
        new CallerAlone() {
          @Override
          <R> List<R> after(List<R> results) {
            Collections.swap(results, 10, 900);
            return results;
          }
        };
    assertThat(ExecutorTrial.fault(swapped, 2)).contains("998 of 1000 results right");
  }

  @Test
  void tellsResultsThatAreMissing() {
    MapRunner shortened =
        new CallerAlone() {
          @Override
          <R> List<R> after(List<R> results) {
            return results.subList(0, 999);
          }
        };
    assertThat(ExecutorTrial.fault(shortened, 2)).contains("999 of 1000 results right");
  }

  @Test
  void tellsAFailureThatIsLostOrBlamedOnAnotherItem() {
    MapRunner careless =
        new CallerAlone() {
          @Override
          <R> List<R> failed(IllegalStateException e) {
            return List.of();
          }
        };
    assertThat(ExecutorTrial.fault(careless, 2)).contains("a failed item was lost");
    MapRunner confused =
        new CallerAlone() {
          @Override
          <R> List<R> failed(IllegalStateException e) {
            throw new ItemFailedException(3, e);
          }
        };
    assertThat(ExecutorTrial.fault(confused, 2)).contains("item 617 failed, 3 was blamed");
    assertThat(ExecutorTrial.fault(new CallerAlone(), 2).orElseThrow())
        .isEqualTo("threw java.lang.IllegalStateException: thrown on purpose");
  }
}
