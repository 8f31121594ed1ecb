package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.execution.LockWatch.Turns;
import java.util.ArrayList;
import java.util.List;
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

  /** What others had taken when the thread began. */
  private static final long TAKEN = -9;

  /** The look after which turns were found, from 1, and which; such as {@code 10 TAKEN}. */
  private static String found(
      int chunks, long stepNanos, IntFunction<Blocked> others, IntToLongFunction takenByOthers) {
    AtomicInteger look = new AtomicInteger();
    LockWatch watch =
        new LockWatch(
            0,
            TAKEN,
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
    assertThat(found(100, look -> true)).isEqualTo("10 TAKEN");
  }

  @Test
  void tenLooksInARowMustFindThem() {
    assertThat(found(16, look -> look != 7)).isEqualTo("none");
    assertThat(found(100, look -> look != 7)).isEqualTo("17 TAKEN");
    assertThat(found(10_000, look -> look % 10 != 0)).isEqualTo("none");
  }

  @Test
  void whoDoesEverythingWhileSomeWaitIsAlone() {
    assertThat(found(100, STEP, look -> Blocked.SOME, chunk -> TAKEN)).isEqualTo("10 ALL_MINE");
    assertThat(found(100, STEP, look -> Blocked.ALL, chunk -> TAKEN)).isEqualTo("10 ALL_MINE");
    assertThat(found(1000, STEP, look -> Blocked.NONE, chunk -> TAKEN)).isEqualTo("none");
  }

  /** Others took something before each ninth look; or before the seventh alone. */
  @Test
  void whoDoesNearlyEverythingIsNotAlone() {
    assertThat(found(1000, STEP, look -> Blocked.SOME, chunk -> TAKEN + chunk / 9))
        .isEqualTo("none");
    assertThat(found(100, STEP, look -> Blocked.SOME, chunk -> chunk >= 7 ? 1 : TAKEN))
        .isEqualTo("17 ALL_MINE");
  }

  @Test
  void theSearchBeginsAnewWhenTurnsWereFound() {
    LockWatch watch = new LockWatch(0, TAKEN, () -> false, () -> true);
    List<Integer> found = new ArrayList<>();
    for (int look = 1; look <= 25; look++) {
      if (watch.look(look * STEP, TAKEN) == Turns.ALL_MINE) {
        found.add(look);
      }
    }
    assertThat(found).containsExactly(10, 20);
  }

  @Test
  void shortChunksAreNotLookedAtEachTime() {
    assertThat(found(1000, STEP / 10, look -> Blocked.ALL, chunk -> chunk)).isEqualTo("100 TAKEN");
    assertThat(found(100, 10 * STEP, look -> Blocked.ALL, chunk -> chunk)).isEqualTo("10 TAKEN");
  }
}
