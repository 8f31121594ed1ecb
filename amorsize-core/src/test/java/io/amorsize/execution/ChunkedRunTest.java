package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One run with helpers and a clock that do what the test says. */
@Timeout(30)
class ChunkedRunTest {

  private final List<Runnable> invited = new ArrayList<>();
  private final AtomicInteger retracted = new AtomicInteger();

  /** Helpers that never come. */
  private final Helpers absent =
      work -> {
        invited.add(work);
        return retracted::incrementAndGet;
      };

  private static long noTime() {
    return 0;
  }

  private static Object[] run(
      Function<Integer, Object> function,
      int items,
      int jobs,
      Helpers helpers,
      LongSupplier clock) {
    List<Integer> list = IntStream.range(0, items).boxed().toList();
    Object[] results = new Object[items];
    TaperedChunks chunks = new TaperedChunks(0, items, jobs, 4);
    new ChunkedRun(new Mapping<>(function, list, results), chunks, jobs, helpers, clock).run();
    return results;
  }

  @Test
  void aRunThatIsOverSoonWakesNobody() {
    assertThat(run(x -> x, 128, 2, absent, ChunkedRunTest::noTime))
        .hasSize(128)
        .doesNotContainNull();
    assertThat(invited).isEmpty();
  }

  @Test
  void aRunThatLastsWakesAHelperAfterSomeMicroseconds() {
    AtomicLong now = new AtomicLong();
    List<Integer> invitedBefore = new ArrayList<>();
    Function<Integer, Object> slow =
        item -> {
          now.addAndGet(2_000);
          invitedBefore.add(invited.size());
          return item;
        };
    run(slow, 1280, 2, absent, now::get);
    assertThat(invitedBefore.indexOf(1)).isBetween(2, 8);
    assertThat(invited).hasSize(1);
    assertThat(retracted).hasValue(1);
  }

  @Test
  void aListOfFewItemsDoesNotWaitForTheFirst() {
    List<Integer> invitedBefore = new ArrayList<>();
    Function<Integer, Object> function =
        item -> {
          invitedBefore.add(invited.size());
          return item;
        };
    run(function, 127, 2, absent, ChunkedRunTest::noTime);
    assertThat(invitedBefore.get(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 64})
  void everyThreadInvitesTwoMoreUntilAllAreThere(int jobs) {
    AtomicInteger now = new AtomicInteger();
    List<Thread> helping = new ArrayList<>();
    Helpers prompt =
        work -> {
          now.incrementAndGet();
          Thread thread = new Thread(work);
          synchronized (helping) {
            helping.add(thread);
          }
          thread.start();
          return () -> {};
        };
    CountDownLatch allIn = new CountDownLatch(jobs);
    Function<Integer, Object> meet =
        item -> {
          allIn.countDown();
          try {
            return allIn.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(run(meet, 2 * jobs, jobs, prompt, ChunkedRunTest::noTime)).containsOnly(true);
    assertThat(now).hasValue(jobs - 1);
  }

  @Test
  void noMoreHelpersAreInvitedThanThereAreItemsBesideTheCallers() {
    run(x -> x, 3, 50, absent, ChunkedRunTest::noTime);
    assertThat(invited).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aHelperThatComesLateFindsNoSeat() {
    AtomicInteger calls = new AtomicInteger();
    run(x -> calls.incrementAndGet(), 10, 2, absent, ChunkedRunTest::noTime);
    invited.forEach(Runnable::run);
    assertThat(calls).hasValue(10);
    assertThat(Nesting.isNested()).isFalse();
  }

  @Test
  void withoutThreadsTheCallerDoesAllTheWork() {
    AtomicInteger asked = new AtomicInteger();
    Helpers none =
        work -> {
          asked.incrementAndGet();
          throw new OutOfMemoryError("unable to create native thread");
        };
    assertThat(run(x -> x, 100, 8, none, ChunkedRunTest::noTime)).doesNotContainNull();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aFailureWithoutMemoryIsStillTold() {
    OutOfMemoryError thrown = new OutOfMemoryError("planted");
    ItemFailedException failed =
        catchThrowableOfType(
            ItemFailedException.class,
            () ->
                run(
                    x -> {
                      if (x == 9) {
                        throw thrown;
                      }
                      return x;
                    },
                    10,
                    2,
                    absent,
                    ChunkedRunTest::noTime));
    assertThat(failed.itemIndex()).isEqualTo(9);
    assertThat(failed).cause().isSameAs(thrown);
  }

  @Test
  void anExceptionThatCannotSayWhatItIsIsStillTold() {
    RuntimeException mute =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no text");
          }
        };
    assertThatThrownBy(
            () ->
                run(
                    x -> {
                      throw mute;
                    },
                    5,
                    2,
                    absent,
                    ChunkedRunTest::noTime))
        .isInstanceOf(ItemFailedException.class)
        .hasMessage("the function failed on item 0: " + mute.getClass().getName())
        .cause()
        .isSameAs(mute);
  }

  /** The caller holds a monitor from before the run on; its helper waits for it in an item. */
  @Test
  void aHelperThatWaitsForAMonitorAllTheWhileGoesAway() {
    Thread caller = Thread.currentThread();
    Object lock = new Object();
    AtomicLong now = new AtomicLong();
    AtomicInteger byCaller = new AtomicInteger();
    AtomicInteger byHelper = new AtomicInteger();
    CompletableFuture<Thread> helper = new CompletableFuture<>();
    Helpers one =
        work -> {
          helper.complete(new Thread(work));
          helper.join().start();
          return () -> {};
        };
    Function<Integer, Object> function =
        item -> {
          if (Thread.currentThread() != caller) {
            synchronized (lock) {
              return byHelper.incrementAndGet();
            }
          }
          if (byCaller.incrementAndGet() <= 72) {
            await(helper.join(), Thread.State.BLOCKED);
            now.addAndGet(100_000);
          } else if (byCaller.get() == 73) {
            letGo(lock, helper.join());
          }
          return item;
        };
    synchronized (lock) {
      assertThat(run(function, 127, 2, one, now::get)).hasSize(127).doesNotContainNull();
    }
    assertThat(byHelper.get()).isBetween(1, 30);
    assertThat(byHelper.get() + byCaller.get()).isEqualTo(127);
  }

  private static void await(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  /** Gives the monitor away until the thread has done with it. */
  private static void letGo(Object lock, Thread thread) {
    synchronized (lock) {
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        try {
          lock.wait(1);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
