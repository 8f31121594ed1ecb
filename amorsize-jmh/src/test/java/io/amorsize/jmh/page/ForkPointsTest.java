package io.amorsize.jmh.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.Fork;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForkPointsTest {

  private final ForkPoints points = new ForkPoints(20);

  @Test
  void aShortForkIsShownWhole() {
    double[] scores = IntStream.range(0, 20).mapToDouble(i -> 20 - i).toArray();
    assertThat(points.of(Fork.of(scores))).containsExactly(scores);
  }

  @Test
  void aLongForkKeepsWhatStandsOut() {
    double[] scores = IntStream.range(0, 3000).mapToDouble(i -> 10 + (i % 7) * 0.01).toArray();
    scores[1234] = 99;
    scores[2] = 1;
    double[] shown = points.of(Fork.of(scores));
    assertThat(shown).hasSize(20).contains(99, 1);
    assertThat(shown[0]).as("the first stretch, in order").isEqualTo(1);
    assertThat(IntStream.range(0, 20).filter(i -> shown[i] == 99).findFirst())
        .as("iteration 1234 of 3000 lies in stretch 4, of two dots each")
        .satisfies(at -> assertThat(at.getAsInt()).isBetween(8, 9));
  }

  @Test
  void aForkThatDoesNotVaryIsADotForEachStretch() {
    double[] same = IntStream.range(0, 100).mapToDouble(i -> 5).toArray();
    assertThat(points.of(Fork.of(same))).hasSize(10).containsOnly(5);
  }

  @Test
  void aLargePageHasFewerDotsForEachFork() {
    assertThat(ForkPoints.ofPage(0).most()).isEqualTo(20);
    assertThat(ForkPoints.ofPage(6_000).most()).isEqualTo(20);
    assertThat(ForkPoints.ofPage(12_000).most()).isEqualTo(10);
    assertThat(ForkPoints.ofPage(1_000_000).most()).isEqualTo(4);
    assertThatThrownBy(() -> new ForkPoints(3)).hasMessage("most must be 4 to 20, is 3");
  }
}
