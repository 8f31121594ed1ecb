package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        .hasMessage("need met, waits and apart >= 0, are " + met + ", " + waits + " and 0.0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN})
  void chunksDoNotEndBeforeOneAnother(double apart) {
    assertThatThrownBy(() -> new Meeting(1, 0, apart))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("need met, waits and apart >= 0, are 1, 0 and " + apart);
  }

  /** A whole chunk lies between all ends where one lock is held, and who spins does not wait. */
  @ParameterizedTest
  @CsvSource({
    // met, waits, apart, together, known
    "1, 0, 0.89, 1.86, true",
    "1, 0, 0.9, 1.64, false", // as where they never met
    "2, 0, 0.9, 1.64, false",
    "3, 0, 0.9, 1.86, true", // one would have waited
    "3, 0, 0.89, 1.86, true",
    "1, 1, 0.9, 1, false",
    "1, 1, 0.89, 1.2, true",
    "6, 3, 1.2, 1, true",
    "0, 1, 1.2, 1.2, false",
    "0, 0, 1.2, 1.64, false"
  })
  void chunksOfOneLockEndApart(int met, long waits, double apart, double together, boolean known) {
    Meeting meeting = new Meeting(met, waits, apart);
    assertThat(meeting.together(2)).isCloseTo(together, within(1e-9));
    assertThat(meeting.isKnown()).isEqualTo(known);
    assertThat(meeting.isUseful(2)).isEqualTo(known && together > 1);
    assertThat(meeting.isFree()).isEqualTo(together > 1.8);
    assertThat(meeting.ofUnequal()).isEqualTo(new Meeting(met, waits));
    double least = waits == 0 && together > 1 ? 1.64 : 1;
    assertThat(meeting.reading(2).seenLeast()).isCloseTo(least, within(1e-9));
  }

  @Test
  void theClosestEndsOfTwoMeetingsCount() {
    Meeting never = new Meeting(0, 0, Double.POSITIVE_INFINITY);
    assertThat(never.and(new Meeting(2, 1, 0.3))).isEqualTo(new Meeting(2, 1, 0.3));
    assertThat(new Meeting(2, 1, 0.3).and(new Meeting(2, 1, 0.4)).apart()).isEqualTo(0.3);
  }
}
