package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class LockWatchTest {

  private static final long STEP = 40_000;

  /** The chunk after which turns were found, from 1; 0 if they were not. */
  private static int foundAfter(int chunks, long stepNanos, IntPredicate othersBlocked) {
    AtomicInteger look = new AtomicInteger();
    LockWatch watch = new LockWatch(0, () -> othersBlocked.test(look.incrementAndGet()));
    for (int chunk = 1; chunk <= chunks; chunk++) {
      if (watch.findsTurns(chunk * stepNanos)) {
        return chunk;
      }
    }
    return 0;
  }

  @Test
  void othersThatAreAlwaysBlockedTakeTurns() {
    assertThat(foundAfter(100, STEP, look -> true)).isEqualTo(15);
  }

  @Test
  void oneLookMayMissThem() {
    assertThat(foundAfter(100, STEP, look -> look != 7)).isEqualTo(15);
    assertThat(foundAfter(29, STEP, look -> look != 7 && look != 8)).isZero();
    assertThat(foundAfter(30, STEP, look -> look != 7 && look != 8)).isEqualTo(30);
  }

  @Test
  void othersThatRunNowAndThenDoNotTakeTurns() {
    assertThat(foundAfter(10_000, STEP, look -> look % 5 != 0)).isZero();
  }

  @Test
  void shortChunksAreNotLookedAtEachTime() {
    assertThat(foundAfter(1000, STEP / 10, look -> true)).isEqualTo(150);
    assertThat(foundAfter(100, 10 * STEP, look -> true)).isEqualTo(15);
  }
}
