package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

  /** Items of 40 us. */
  private static Meeting of(int met, double gapNanos, long waits) {
    return new Meeting(50, 4e6, 40_000, met, gapNanos, waits);
  }

  /**
   * Presumed are 0.92 of the ideal; of those that met, as many are held to what they did together
   * as waited.
   */
  @ParameterizedTest
  @CsvSource({
    // threads, met, gap, waits, together
    "2, 0, 0, 0, 1.58", // never met: 0.79 of the ideal
    "2, 1, 90000, 0, 1.84",
    "2, 6, 20000, 0, 1.84",
    "2, 6, 40000, 6, 1", // each waited, and an item's time lies between two ends
    "2, 6, 90000, 9, 1",
    "2, 3, 20000, 3, 1", // too few for their gaps to tell
    "2, 4, 20000, 4, 1.84",
    "2, 4, 32000, 4, 1.25",
    "2, 6, 40000, 3, 1.356466", // sqrt(1.84)
    "2, 0, 0, 1, 1", // one waits all the time
    "16, 8, 20000, 9, 2", // a lock that is held for half of each item
    "16, 8, 20000, 0, 14.72"
  })
  void threadsAreHeldToWhatThoseDidThatWaited(
      int threads, int met, double gapNanos, long waits, double together) {
    assertThat(of(met, gapNanos, waits).together(threads)).isCloseTo(together, within(1e-6));
  }

  @Test
  void aMeetingAddsToAnother() {
    Meeting sum = new Meeting(10, 1e6, 50_000, 2, 70_000, 1).and(of(6, 30_000, 3));
    assertThat(sum).isEqualTo(new Meeting(60, 5e6, 40_000, 8, 30_000, 4));
    assertThat(of(6, 30_000, 3).and(new Meeting(10, 1e6, 50_000, 2, 70_000, 1))).isEqualTo(sum);
  }

  /** 50 items of 40 us in 4 ms are half of what one thread does; in 1.25 ms, 1.6 times as much. */
  @Test
  void theReadingReachesFromWhatWasSeenToWhatIsSaid() {
    assertThat(of(6, 20_000, 0).reading(2)).isEqualTo(new PilotReading(2, 1.84, 1.84, 0.5, 1.84));
    Meeting quick = new Meeting(50, 1.25e6, 40_000, 6, 40_000, 6);
    assertThat(quick.reading(2)).isEqualTo(new PilotReading(2, 1, 1, 1, 1.6));
    Meeting ideal = new Meeting(50, 1e6, 40_000, 6, 20_000, 0);
    assertThat(ideal.reading(2)).isEqualTo(new PilotReading(2, 1.84, 2, 1.84, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1, 0, 0, 0",
    "1, 0, 1, 0, 0, 0",
    "1, 1, 0, 0, 0, 0",
    "1, 1, 1, -1, 0, 0",
    "1, 1, 1, 0, -1, 0",
    "1, 1, 1, 0, NaN, 0",
    "1, 1, 1, 0, 0, -1"
  })
  void whatCannotBeIsRefused(
      int items, double wallNanos, double itemNanos, int met, double gapNanos, long waits) {
    assertThatThrownBy(() -> new Meeting(items, wallNanos, itemNanos, met, gapNanos, waits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("need ");
  }
}
