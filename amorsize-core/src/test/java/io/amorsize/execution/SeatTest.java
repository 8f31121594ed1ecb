package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SeatTest {

  private final Seat seat = new Seat();

  @Test
  void aFreeSeatCanBeTakenOnce() {
    assertThat(seat.isGone()).isFalse();
    assertThat(seat.take()).isTrue();
    assertThat(seat.take()).isFalse();
    assertThat(seat.remove()).isFalse();
    seat.leave();
    assertThat(seat.isGone()).isTrue();
    assertThat(seat.remove()).isTrue();
    assertThat(seat.take()).isFalse();
  }

  @Test
  void aRemovedSeatCannotBeTakenAndItsInvitationIsTakenBackOnce() {
    AtomicInteger retracted = new AtomicInteger();
    seat.reservedFor(retracted::incrementAndGet);
    assertThat(seat.remove()).isTrue();
    assertThat(seat.remove()).isTrue();
    assertThat(retracted).hasValue(1);
    assertThat(seat.take()).isFalse();
  }

  @Test
  void theCurrentThreadIsNotInterrupted() {
    seat.take();
    seat.interruptOther();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    seat.leave();
  }

  @Test
  void anInterruptReachesTheSitterAndEndsWithItsSeat() throws InterruptedException {
    CountDownLatch seated = new CountDownLatch(1);
    AtomicBoolean reached = new AtomicBoolean();
    AtomicBoolean left = new AtomicBoolean();
    Thread sitter =
        new Thread(
            () -> {
              seat.take();
              seated.countDown();
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              reached.set(true);
              seat.leave();
              left.set(!Thread.currentThread().isInterrupted());
            });
    sitter.start();
    assertThat(seated.await(20, TimeUnit.SECONDS)).isTrue();
    seat.interruptOther();
    seat.interruptOther();
    sitter.join();
    assertThat(reached).isTrue();
    assertThat(left).isTrue();
    assertThat(seat.isGone()).isTrue();
  }

  @Test
  void noInterruptComesAfterTheSitterHasLeft() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      Seat contested = new Seat();
      AtomicBoolean stray = new AtomicBoolean();
      Thread sitter =
          new Thread(
              () -> {
                contested.take();
                contested.leave();
                stray.set(Thread.currentThread().isInterrupted());
              });
      sitter.start();
      while (!contested.isGone()) {
        contested.interruptOther();
      }
      sitter.join();
      assertThat(stray).isFalse();
    }
  }

  /** An interrupt from elsewhere is not the run's to clear. */
  @Test
  void aForeignInterruptStays() {
    seat.take();
    Thread.currentThread().interrupt();
    seat.leave();
    assertThat(Thread.interrupted()).isTrue();
  }
}
