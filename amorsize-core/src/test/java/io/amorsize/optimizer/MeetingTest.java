package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

  /**
   * Presumed are 0.93 of the ideal; of w that waited of n that met, a share of (w + 3/2) / (n + 2)
   * of all work is one thread's.
   */
  @ParameterizedTest
  @CsvSource({
    // threads, met, waits, together
    "2, 0, 0, 1.64", // never met: 0.82 of the ideal
    "2, 1, 0, 1.86",
    "2, 6, 0, 1.86",
    "2, 1, 1, 1.2",
    "2, 3, 3, 1.111111",
    "2, 6, 6, 1.066667",
    "2, 6, 9, 1.047619",
    "2, 6, 4, 1.454545",
    "2, 6, 3, 1.64", // as where they never met
    "2, 6, 2, 1.64",
    "2, 0, 1, 1.2", // one waits all the time
    "16, 8, 4, 1.818182",
    "16, 7, 1, 3.6",
    "16, 8, 0, 14.88"
  })
  void threadsThatWaitedDoLess(int threads, int met, long waits, double together) {
    assertThat(new Meeting(met, waits).together(threads)).isCloseTo(together, within(1e-6));
  }

  @Test
  void aMeetingAddsToAnother() {
    assertThat(new Meeting(2, 1).and(new Meeting(6, 3))).isEqualTo(new Meeting(8, 4));
  }

  @Test
  void whatIsKnown() {
    assertThat(new Meeting(1, 0).isFree()).isTrue();
    assertThat(new Meeting(1, 1).isFree()).isFalse();
    assertThat(new Meeting(0, 0).isFree()).isFalse();
    assertThat(new Meeting(0, 0).tellsNothing()).isTrue();
    assertThat(new Meeting(1, 0).tellsNothing()).isFalse();
    assertThat(new Meeting(0, 1).tellsNothing()).isFalse();
  }

  /** Between a lock that nobody met and the ideal, or between a loop and no lock. */
  @Test
  void theReadingReachesAsFarAsIsNotKnown() {
    assertThat(new Meeting(6, 0).reading(2))
        .isEqualTo(new PilotReading(2, 2 * 0.93, 2 * 0.93, 2 * 0.82, 2));
    assertThat(new Meeting(0, 0).reading(2))
        .isEqualTo(new PilotReading(2, 2 * 0.82, 2 * 0.82, 2 * 0.82, 2));
    assertThat(new Meeting(1, 1).reading(2)).isEqualTo(new PilotReading(2, 1.2, 1.2, 1, 2 * 0.93));
    assertThat(PilotReading.presumed(3).parallelism()).isCloseTo(3 * 0.93, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1"})
  void whatCannotBeIsRefused(int met, long waits) {
    assertThatThrownBy(() -> new Meeting(met, waits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("need met and waits >= 0, are " + met + " and " + waits);
  }
}
