package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that begin and end their chunks in an order, by a clock, that the test sets. */
@Timeout(60)
class MeetingLogTest {

  private static final double HOUR = 3.6e12;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 50);

  /** What is run at the next call; calls are begun one after another. */
  private final AtomicReference<Runnable> next = new AtomicReference<>();

  private MeetingLog log(double mostNanos) {
    return log(mostNanos, mostNanos);
  }

  private MeetingLog log(double mostNanos, double untilMetNanos) {
    return new MeetingLog(number -> next.get().run(), 0, clock::get, mostNanos, untilMetNanos);
  }

  /** Whether a chunk was run. */
  private boolean run(MeetingLog log, Runnable chunk) {
    AtomicBoolean ran = new AtomicBoolean();
    next.set(
        () -> {
          ran.set(true);
          chunk.run();
        });
    log.run(1);
    return ran.get();
  }

  private Runnable lasting(long nanos) {
    return () -> clock.addAndGet(nanos);
  }

  /** Another thread is at a chunk from now on, until the latch is counted down. */
  private Thread otherUntil(MeetingLog log, CountDownLatch ends) throws InterruptedException {
    CountDownLatch isInside = new CountDownLatch(1);
    Runnable chunk =
        () -> {
          isInside.countDown();
          await(ends);
        };
    Thread thread = new Thread(() -> run(log, chunk));
    thread.setDaemon(true);
    thread.start();
    isInside.await();
    return thread;
  }

  @Test
  void oneThreadMeetsNobody() {
    MeetingLog log = log(HOUR);
    assertThat(run(log, lasting(30))).isTrue();
    run(log, lasting(20));
    assertThat(log.meeting(0)).isEqualTo(new Meeting(0, 0, Double.POSITIVE_INFINITY));
  }

  /** The other one, which paused before, is at its chunk while this one ends two. */
  @Test
  void whoeverIsAtAChunkWhenAnotherThreadEndsOneHasMetIt() throws InterruptedException {
    MeetingLog log = log(HOUR);
    CountDownLatch ends = new CountDownLatch(1);
    Thread other = otherUntil(log, ends);
    run(log, lasting(30));
    run(log, lasting(20));
    assertThat(log.meeting(0).met()).isZero();
    clock.addAndGet(7);
    ends.countDown();
    other.join();
    // It ends 7 after this one did, whose shorter chunk took 20.
    assertThat(log.meeting(3)).isEqualTo(new Meeting(1, 2, 0.35));
    // This thread begins only now, so that it met nobody.
    run(log, lasting(25));
    assertThat(log.meeting(3).met()).isEqualTo(1);
  }

  @Test
  void whenTimeIsUpNothingIsDoneAnyMore() {
    MeetingLog log = log(100);
    assertThat(run(log, lasting(99))).isTrue();
    assertThat(run(log, lasting(1))).isTrue();
    assertThat(run(log, lasting(1))).isFalse();
  }

  @Test
  void thereIsMoreTimeUntilThreadsHaveMet() throws InterruptedException {
    MeetingLog log = log(100, 300);
    assertThat(run(log, lasting(199))).isTrue();
    CountDownLatch ends = new CountDownLatch(1);
    Thread other = otherUntil(log, ends);
    assertThat(run(log, lasting(1))).isTrue();
    ends.countDown();
    other.join();
    assertThat(log.meeting(0).met()).isEqualTo(1);
    assertThat(run(log, lasting(1))).isFalse();
    MeetingLog alone = log(100, 300);
    assertThat(run(alone, lasting(299))).isTrue();
    assertThat(run(alone, lasting(1))).isTrue();
    assertThat(run(alone, lasting(1))).isFalse();
  }

  /** In turn, each of two threads ends a chunk while the other one is at one. */
  @Test
  void afterSixMeetingsItIsKnown() {
    MeetingLog log = log(HOUR);
    Runnable item = lasting(5);
    for (int depth = 0; depth < 6; depth++) {
      Runnable inner = item;
      item =
          () -> {
            runElsewhere(log, inner);
            clock.addAndGet(5);
          };
    }
    assertThat(run(log, item)).isTrue();
    assertThat(log.meeting(0)).isEqualTo(new Meeting(6, 0, 1));
    assertThat(run(log, lasting(1))).isFalse();
  }

  /**
   * One end that lies a whole chunk after the other thread's leaves open whether one lock is held.
   */
  @Test
  void thereIsMoreTimeWhileItIsNotKnown() {
    MeetingLog log = log(100, 300);
    Runnable meeting =
        () -> {
          runElsewhere(log, lasting(40));
          clock.addAndGet(60);
        };
    assertThat(run(log, meeting)).isTrue();
    assertThat(log.meeting(0)).isEqualTo(new Meeting(1, 0, 1.5));
    assertThat(run(log, lasting(199))).isTrue();
    assertThat(run(log, lasting(1))).isTrue();
    assertThat(run(log, lasting(1))).isFalse();
  }

  @Test
  void everyChunkIsRunOnceByWhoeverTakesIt() {
    List<Integer> ran = new ArrayList<>();
    MeetingLog log = new MeetingLog(ran::add, 5, clock::get, HOUR, HOUR);
    log.apply(0);
    log.apply(0);
    assertThat(ran).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void chunksThatAreNotReachedInTimeAreLeft() {
    List<Integer> ran = new ArrayList<>();
    IntConsumer chunk =
        number -> {
          ran.add(number);
          clock.addAndGet(50);
        };
    MeetingLog log = new MeetingLog(chunk, 5, clock::get, 100, 100);
    log.apply(0);
    assertThat(ran).containsExactly(0, 1);
  }

  /** The other thread is at a chunk, and takes no further one. */
  @Test
  void aChunkThatFailsIsTheLastOfAll() throws InterruptedException {
    CountDownLatch isInside = new CountDownLatch(1);
    CountDownLatch ends = new CountDownLatch(1);
    List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
    IntConsumer chunk =
        number -> {
          ran.add(number);
          if (number == 1) {
            throw new IllegalStateException("no");
          }
          isInside.countDown();
          await(ends);
        };
    MeetingLog log = new MeetingLog(chunk, 5, clock::get, HOUR, HOUR);
    Thread other = new Thread(() -> log.apply(0));
    other.start();
    isInside.await();
    assertThatThrownBy(() -> log.apply(0)).hasMessage("no");
    ends.countDown();
    other.join();
    assertThat(ran).containsExactly(0, 1);
  }

  /** Whoever waits for this thread is seen to do so whenever it ends a chunk. */
  @Test
  void afterEightLooksAtOneThatWaitsItIsKnown() throws InterruptedException {
    MeetingLog log = log(HOUR);
    CountDownLatch never = new CountDownLatch(1);
    Thread other = otherUntil(log, never);
    while (other.getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(100_000);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(run(log, lasting(1))).isTrue();
    }
    assertThat(run(log, lasting(1))).isFalse();
    never.countDown();
    other.join();
  }

  private void runElsewhere(MeetingLog log, Runnable item) {
    Thread thread = new Thread(() -> run(log, item));
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
