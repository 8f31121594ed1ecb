package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.statistics.Relabelings.Relabeling;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
    assertThat(Relabelings.of(larger, smaller)).hasSize(count);
  }

  @Property(tries = 100)
  void dealOutEveryFork(
      @ForAll @IntRange(min = 2, max = 9) int a, @ForAll @IntRange(min = 2, max = 9) int b) {
    int larger = Math.max(a, b);
    int smaller = Math.min(a, b);
    for (Relabeling relabeling : Relabelings.of(larger, smaller)) {
      assertThat(relabeling.first().length + relabeling.second().length).isEqualTo(larger);
      assertThat(relabeling.firstLeft().length).isEqualTo(larger - relabeling.first().length);
    }
  }

  @Property(tries = 20)
  void ofEqualSidesAreClosedUnderAnExchange(@ForAll @IntRange(min = 2, max = 10) int forks) {
    List<String> splits =
        Relabelings.of(forks, forks).stream()
            .map(relabeling -> split(relabeling))
            .sorted()
            .toList();
    List<String> exchanged =
        Relabelings.of(forks, forks).stream()
            .map(
                relabeling ->
                    split(
                        Relabeling.of(
                            /* first= */ relabeling.second(),
                            forks,
                            /* second= */ relabeling.first(),
                            forks)))
            .sorted()
            .toList();
    assertThat(exchanged).isEqualTo(splits);
  }

  /** A split without regard to which of its two sides comes first. */
  private static String split(Relabeling relabeling) {
    String one = text(relabeling.first()) + "|" + text(relabeling.second());
    String other = text(relabeling.firstLeft()) + "|" + text(relabeling.secondLeft());
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String text(int[] positions) {
    return java.util.Arrays.stream(positions)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(","));
  }
}
