package io.amorsize.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockPaceTest {

  /** The chunks, from 1, after which the clock is looked at. */
  private static List<Integer> looks(long... chunkNanos) {
    long now = 1000;
    ClockPace pace = new ClockPace(now);
    List<Integer> looks = new ArrayList<>();
    for (int chunk = 0; chunk < chunkNanos.length; chunk++) {
      now += chunkNanos[chunk];
      if (pace.isDue()) {
        looks.add(chunk + 1);
        pace.looked(now);
      }
    }
    return looks;
  }

  private static long[] chunks(int count, long nanos) {
    long[] chunks = new long[count];
    Arrays.fill(chunks, nanos);
    return chunks;
  }

  @Test
  void chunksOfAMicrosecondAreFollowedByALookEach() {
    assertThat(looks(chunks(5, 1000))).containsExactly(1, 2, 3, 4, 5);
  }

  /** After 1, 2, 4, 8 and then 16 more each time. */
  @Test
  void ofShortOnesEverySixteenthIs() {
    assertThat(looks(chunks(70, 10))).containsExactly(1, 3, 7, 15, 31, 47, 63);
  }

  /** Two of 300 ns take less than 1 us, four do not; then each is looked at again. */
  @Test
  void thoseBetweenTakeAMicrosecondTogether() {
    assertThat(looks(chunks(12, 300))).containsExactly(1, 3, 7, 8, 10);
  }

  @Test
  void oneThatIsLongEndsTheLongPace() {
    long[] chunks = chunks(36, 10);
    chunks[20] = 5000;
    assertThat(looks(chunks)).containsExactly(1, 3, 7, 15, 31, 32, 34);
  }
}
