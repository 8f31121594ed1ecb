package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.execution.Helpers.Invitation;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerPoolTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final List<Thread> made = new CopyOnWriteArrayList<>();
  private final WorkerPool pool = pool(LONG, LONG);

  private WorkerPool pool(Duration keepAlive, Duration maxAge) {
    return new WorkerPool(
        task -> {
          Thread thread = new Thread(null, task, "test-pool", 0, false);
          thread.setDaemon(true);
          made.add(thread);
          return thread;
        },
        keepAlive,
        maxAge);
  }

  /** Runs work in a pool and waits until it has begun and ended. */
  private static void runIn(WorkerPool pool, Runnable work) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    pool.invite(
        () -> {
          try {
            work.run();
          } catch (Throwable e) {
            failure.set(e);
          } finally {
            ended.countDown();
          }
        });
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(failure.get()).isNull();
  }

  /** Waits until a thread is parked, which it is only when it is among the idle ones. */
  private static void awaitIdle(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void noThreadFailed() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void anIdleThreadIsUsedAgain() throws InterruptedException {
    for (int i = 0; i < 50; i++) {
      runIn(pool, () -> {});
      awaitIdle(made.get(0));
    }
    assertThat(made).hasSize(1);
  }

  @Test
  void thereAreAsManyThreadsAsWorkAtOnce() throws InterruptedException {
    CountDownLatch allIn = new CountDownLatch(5);
    CountDownLatch done = new CountDownLatch(5);
    for (int i = 0; i < 5; i++) {
      pool.invite(
          () -> {
            allIn.countDown();
            await(allIn);
            done.countDown();
          });
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(made).hasSize(5);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** With one thread that never wakes up, since it was never really started. */
  @Test
  void workThatWasTakenBackFreesItsThread() {
    WorkerPool asleep =
        new WorkerPool(
            task -> {
              Thread thread =
                  new Thread(task) {
                    @Override
                    public synchronized void start() {
                      made.add(this);
                    }
                  };
              return thread;
            },
            LONG,
            LONG);
    for (int i = 0; i < 100; i++) {
      Invitation invitation = asleep.invite(() -> {});
      invitation.retract();
      invitation.retract();
    }
    assertThat(made).hasSize(1);
    asleep.invite(() -> {});
    asleep.invite(() -> {});
    assertThat(made).hasSize(2);
  }

  @Test
  void workThatBeganCannotBeTakenBack() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Invitation invitation =
        pool.invite(
            () -> {
              begun.countDown();
              await(go);
              done.countDown();
            });
    await(begun);
    invitation.retract();
    runIn(pool, () -> {});
    assertThat(made).hasSize(2);
    go.countDown();
    await(done);
  }

  @Test
  void aThreadEndsWhenItIsIdleForLong() throws InterruptedException {
    WorkerPool shortLived = pool(Duration.ofMillis(1), LONG);
    runIn(shortLived, () -> {});
    made.get(0).join(TimeUnit.SECONDS.toMillis(20));
    assertThat(made.get(0).isAlive()).isFalse();
    runIn(shortLived, () -> {});
    assertThat(made).hasSize(2);
  }

  @Test
  void aThreadEndsWhenItIsOld() throws InterruptedException {
    WorkerPool renewed = pool(LONG, Duration.ZERO);
    runIn(renewed, () -> {});
    made.get(0).join(TimeUnit.SECONDS.toMillis(20));
    assertThat(made.get(0).isAlive()).isFalse();
  }

  @Test
  void aThreadKeepsNeitherInterruptNorClassLoader() throws Exception {
    try (URLClassLoader other = new URLClassLoader(new URL[0])) {
      runIn(
          pool,
          () -> {
            Thread.currentThread().setContextClassLoader(other);
            Thread.currentThread().interrupt();
          });
      awaitIdle(made.get(0));
      AtomicReference<Object> found = new AtomicReference<>();
      runIn(
          pool,
          () -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            found.set(Thread.currentThread().getContextClassLoader());
          });
      assertThat(made).hasSize(1);
      assertThat(found.get()).isSameAs(ClassLoader.getSystemClassLoader());
    }
  }

  @Test
  void anInterruptOfAnIdleThreadDoesNothing() throws InterruptedException {
    runIn(pool, () -> {});
    awaitIdle(made.get(0));
    made.get(0).interrupt();
    runIn(pool, () -> assertThat(Thread.currentThread().isInterrupted()).isFalse());
    assertThat(made).hasSize(1);
  }

  @Test
  void aThreadThatCannotStartLeavesThePoolAsItWas() throws InterruptedException {
    AtomicReference<OutOfMemoryError> none =
        new AtomicReference<>(new OutOfMemoryError("no thread to be had"));
    WorkerPool poor =
        new WorkerPool(
            task -> {
              OutOfMemoryError error = none.get();
              if (error != null) {
                throw error;
              }
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              made.add(thread);
              return thread;
            },
            LONG,
            LONG);
    assertThatThrownBy(() -> poor.invite(() -> {})).isSameAs(none.get());
    none.set(null);
    runIn(poor, () -> {});
    assertThat(made).hasSize(1);
  }
}
