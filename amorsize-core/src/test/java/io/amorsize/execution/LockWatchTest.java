package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.LockWatch.Turns;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

class LockWatchTest {

  /** Which of the other threads wait for monitors. */
  private enum Blocked {
    NONE,
    SOME,
    ALL
  }

  private static final long STEP = 40_000;

  /** The look after which turns were found, from 1, and which; such as {@code 15 TAKEN}. */
  private static String found(
      int chunks, long stepNanos, IntFunction<Blocked> others, IntToLongFunction takenByOthers) {
    AtomicInteger look = new AtomicInteger();
    LockWatch watch =
        new LockWatch(
            0,
            () -> others.apply(look.incrementAndGet()) == Blocked.ALL,
            () -> others.apply(look.get()) != Blocked.NONE);
    for (int chunk = 1; chunk <= chunks; chunk++) {
      Turns turns = watch.look(chunk * stepNanos, takenByOthers.applyAsLong(chunk));
      if (turns != Turns.NONE) {
        return chunk + " " + turns;
      }
    }
    return "none";
  }

  /** Others that do something between any two chunks. */
  private static String found(int chunks, IntPredicate allBlocked) {
    return found(
        chunks, STEP, look -> allBlocked.test(look) ? Blocked.ALL : Blocked.SOME, chunk -> chunk);
  }

  @Test
  void othersThatAreAlwaysBlockedTakeTurns() {
    assertThat(found(100, look -> true)).isEqualTo("15 TAKEN");
  }

  @Test
  void oneLookMayMissThem() {
    assertThat(found(100, look -> look != 7)).isEqualTo("15 TAKEN");
    assertThat(found(29, look -> look != 7 && look != 8)).isEqualTo("none");
    assertThat(found(30, look -> look != 7 && look != 8)).isEqualTo("30 TAKEN");
  }

  @Test
  void othersThatRunNowAndThenDoNotTakeTurns() {
    assertThat(found(10_000, look -> look % 5 != 0)).isEqualTo("none");
  }

  @Test
  void whoDoesEverythingWhileSomeWaitIsAlone() {
    assertThat(found(15, STEP, look -> Blocked.SOME, chunk -> -9)).isEqualTo("15 ALL_MINE");
    assertThat(found(15, STEP, look -> Blocked.ALL, chunk -> -9)).isEqualTo("15 ALL_MINE");
    assertThat(found(1000, STEP, look -> Blocked.NONE, chunk -> -9)).isEqualTo("none");
  }

  /** Others took something before each third look; or before the eighth alone. */
  @Test
  void whoDoesNearlyEverythingIsNotAlone() {
    assertThat(found(1000, STEP, look -> Blocked.SOME, chunk -> chunk / 15 + chunk / 3))
        .isEqualTo("none");
    assertThat(found(100, STEP, look -> Blocked.SOME, chunk -> chunk > 7 ? 1 : 0))
        .isEqualTo("15 ALL_MINE");
  }

  @Test
  void shortChunksAreNotLookedAtEachTime() {
    assertThat(found(1000, STEP / 10, look -> Blocked.ALL, chunk -> chunk)).isEqualTo("150 TAKEN");
    assertThat(found(100, 10 * STEP, look -> Blocked.ALL, chunk -> chunk)).isEqualTo("15 TAKEN");
  }
}
