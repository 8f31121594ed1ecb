package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final long MILLI = 1_000_000;

  private final Crowd crowd = new Crowd();

  private void come(int threads) {
    IntStream.range(0, threads).forEach(thread -> crowd.join());
  }

  private int goAt(long nowNanos) {
    int gone = 0;
    while (crowd.leaveIfTooLarge(nowNanos)) {
      gone++;
    }
    return gone;
  }

  @Test
  void nobodyGoesUnasked() {
    come(4);
    assertThat(crowd.isTooLarge(0)).isFalse();
    assertThat(goAt(Long.MAX_VALUE)).isZero();
    assertThat(crowd.awayNanos(0)).isZero();
  }

  @Test
  void halfGoAndNoMore() {
    come(5);
    crowd.halve(0);
    assertThat(crowd.isTooLarge(1)).isTrue();
    assertThat(goAt(1)).isEqualTo(3);
    assertThat(crowd.isTooLarge(1)).isFalse();
    assertThat(crowd.awayNanos(3 * MILLI)).isEqualTo(13 * MILLI);
  }

  @Test
  void allButOneGo() {
    come(5);
    crowd.leaveOne(0);
    assertThat(goAt(1)).isEqualTo(4);
    assertThat(crowd.awayNanos(1)).isEqualTo(16 * MILLI - 1);
    crowd.leaveOne(2);
    assertThat(crowd.awayNanos(2)).isEqualTo(16 * MILLI - 2);
  }

  @Test
  void oneStays() {
    come(1);
    crowd.halve(0);
    assertThat(crowd.isTooLarge(1)).isFalse();
    come(1);
    crowd.halve(0);
    assertThat(goAt(1)).isEqualTo(1);
  }

  @Test
  void whoWasSentAwayMayComeBack() {
    come(2);
    crowd.halve(0);
    goAt(1);
    crowd.join();
    assertThat(crowd.isTooLarge(16 * MILLI)).isFalse();
    assertThat(crowd.awayNanos(16 * MILLI)).isZero();
  }

  @Test
  void thoseOnTheirWayOutAreNotHalvedAgain() {
    come(8);
    crowd.halve(0);
    crowd.halve(1);
    assertThat(goAt(2)).isEqualTo(4);
    crowd.halve(3);
    assertThat(goAt(4)).isEqualTo(2);
  }

  @Test
  void timesGrowUpToALimit() {
    come(2);
    long now = 0;
    for (long expected : new long[] {16, 32, 64, 128, 128}) {
      crowd.halve(now);
      assertThat(crowd.awayNanos(now)).isEqualTo(expected * MILLI);
      now += expected * MILLI;
    }
  }

  @Test
  void clocksThatOverflowCount() {
    come(2);
    crowd.halve(Long.MAX_VALUE - MILLI);
    assertThat(crowd.isTooLarge(Long.MAX_VALUE)).isTrue();
    assertThat(crowd.awayNanos(Long.MIN_VALUE)).isEqualTo(15 * MILLI - 1);
    assertThat(crowd.isTooLarge(Long.MIN_VALUE + 16 * MILLI)).isFalse();
  }
}
