package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OthersCountsTest {

  private static Iterator<Integer> numbers(String counts) {
    return Arrays.stream(counts.split(" ", -1)).map(Integer::valueOf).iterator();
  }

  @ParameterizedTest
  @CsvSource({
    // counts, how many are needed, others
    "0 0, 2, 0",
    "0 1 0 0, 4, 0",
    "1 0 1 0 1 0, 6, 0",
    "2 1 1 0 0 0, 6, 0",
    "1 1 1 1, 4, 1",
    "0 1 1 1 1, 5, 1",
    "3 2 0 3 0 2, 6, 2",
    "1 2 0 3 0 2, 6, 1"
  })
  void countsGoOnUntilTheyTell(String counts, int needed, int others) {
    Iterator<Integer> told = numbers(counts);
    OthersCounts seen = new OthersCounts(told::next);
    int asked = 0;
    while (!seen.areKnown()) {
      seen.count();
      asked++;
    }
    assertThat(seen.areLikely()).isTrue();
    assertThat(asked).isEqualTo(needed);
    assertThat(seen.number()).isEqualTo(others);
  }

  /** The smaller one of two, so that one alone does not change a plan; of three, the least. */
  @ParameterizedTest
  @CsvSource({
    // counts, others, likely, agree
    "0, 0, false, false",
    "2, 2, false, false",
    "2 0, 0, false, false",
    "0 1, 0, false, false",
    "1 2, 1, false, true",
    "1 2 1, 1, true, true",
    "1 0 2, 1, false, false",
    "3 1 2, 1, true, true",
    "3 4 2, 2, true, true"
  })
  void untilThenTheMiddleOneCounts(String counts, int others, boolean likely, boolean agree) {
    Iterator<Integer> told = numbers(counts);
    OthersCounts seen = new OthersCounts(told::next);
    while (told.hasNext()) {
      seen.count();
    }
    assertThat(seen.areKnown()).isFalse();
    assertThat(seen.areLikely()).isEqualTo(likely);
    assertThat(seen.agree()).isEqualTo(agree);
    assertThat(seen.number()).isEqualTo(others);
  }

  /** Nobody is added who was not there before. */
  @ParameterizedTest
  @CsvSource({
    // how many there were, counts, how many are still there
    "0, '', 0",
    "2, 2, 2",
    "2, 3, 2",
    "2, 1 2, 2",
    "2, 1 0, 1",
    "2, 0 1, 1",
    "1, 0 4, 1",
    "1, 0 0, 0"
  })
  void whoIsStillThereIsCountedOnceOrTwice(int seen, String counts, int still) {
    Iterator<Integer> told = counts.isEmpty() ? Collections.emptyIterator() : numbers(counts);
    assertThat(OthersCounts.stillThere(seen, told::next)).isEqualTo(still);
    assertThat(told.hasNext()).isFalse();
  }
}
