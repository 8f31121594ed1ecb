package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.statistics.Relabelings.Relabeling;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelabelingsTest {

  /** Counts by hand, for example 5 v 5: C(5,2) C(5,3) + C(5,3) C(5,2), halved. */
  @ParameterizedTest
  @CsvSource({
    "5, 5, 100",
    "4, 4, 18",
    "3, 3, 9",
    "4, 3, 18",
    "5, 3, 30",
    "5, 4, 60",
    "7, 3, 63",
    "6, 4, 90",
    "2, 2, 2",
    "7, 7, 200"
  })
  void areAllTheMostBalancedOnes(int larger, int smaller, int count) {
    assertThat(Relabelings.make(larger, smaller)).hasSize(count);
    assertThat(Relabelings.of(larger, smaller)).hasSize(count);
  }

  private static List<String> all(int larger, int smaller) {
    return Relabelings.make(larger, smaller).stream()
        .map(relabeling -> text(relabeling.first()) + "|" + text(relabeling.second()))
        .toList();
  }

  /** By hand: of 3 v 3, one fork of the first side with two of the second, or two with one. */
  @Test
  void ofFewForksAreThese() {
    assertThat(all(2, 2)).containsExactly("0|0", "0|1");
    assertThat(all(3, 2)).containsExactly("0,1|0", "0,1|1", "0,2|0", "0,2|1", "1,2|0", "1,2|1");
    assertThat(all(3, 3))
        .containsExactly(
            "0|0,1", "0|0,2", "0|1,2", "0,1|0", "0,1|1", "0,1|2", "0,2|0", "0,2|1", "0,2|2");
  }

  /** 6 v 6 has C(6,3) C(6,3) / 2 = 200, just as many as are taken one by one. */
  @Test
  void asManyAsAreTakenAreAllDifferent() {
    assertThat(all(6, 6)).doesNotHaveDuplicates().hasSize(200);
  }

  /**
   * From an implementation in Python 3.11 of the sample, with SplitMix64 seeded by 1000 larger +
   * smaller; of 7 v 7, 3 or 4 forks of the first side; of 8 v 6, 5; of 9 v 4, 6.
   */
  @Test
  void ofManyForksAreAFixedSample() {
    assertThat(all(7, 7))
        .startsWith("1,4,5,6|1,3,5", "0,2,4,6|0,2,3", "1,4,5,6|4,5,6")
        .endsWith("1,2,5,6|3,4,6")
        .hasSize(200);
    assertThat(all(8, 6))
        .startsWith("0,2,3,6,7|1,2,5", "0,2,4,5,6|1,3,4", "0,1,3,6,7|2,4,5")
        .endsWith("0,1,2,5,7|0,1,5")
        .hasSize(200);
    assertThat(all(9, 4))
        .startsWith("0,1,2,3,5,8|0,2,3", "1,3,5,6,7,8|0,1,2", "0,1,2,4,5,7|0,1,3")
        .endsWith("0,1,2,3,6,7|1,2,3")
        .hasSize(200);
  }

  @Property(tries = 100)
  void dealOutEveryFork(
      @ForAll @IntRange(min = 2, max = 9) int a, @ForAll @IntRange(min = 2, max = 9) int b) {
    int larger = Math.max(a, b);
    int smaller = Math.min(a, b);
    for (Relabeling relabeling : Relabelings.of(larger, smaller)) {
      assertThat(relabeling.first().length + relabeling.second().length).isEqualTo(larger);
      assertThat(Relabeling.others(relabeling.first(), larger).length)
          .isEqualTo(larger - relabeling.first().length);
    }
  }

  @Property(tries = 20)
  void ofEqualSidesAreClosedUnderAnExchange(@ForAll @IntRange(min = 2, max = 10) int forks) {
    List<String> splits =
        Relabelings.of(forks, forks).stream()
            .map(relabeling -> split(relabeling.first(), relabeling.second(), forks))
            .sorted()
            .toList();
    List<String> exchanged =
        Relabelings.of(forks, forks).stream()
            .map(relabeling -> split(relabeling.second(), relabeling.first(), forks))
            .sorted()
            .toList();
    assertThat(exchanged).isEqualTo(splits);
  }

  /** A split without regard to which of its two sides comes first. */
  private static String split(int[] first, int[] second, int forks) {
    String one = text(first) + "|" + text(second);
    String other =
        text(Relabeling.others(first, forks)) + "|" + text(Relabeling.others(second, forks));
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String text(int[] positions) {
    return java.util.Arrays.stream(positions)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
