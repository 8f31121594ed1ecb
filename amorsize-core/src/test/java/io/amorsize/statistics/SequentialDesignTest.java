package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequentialDesignTest {

  private static final double TOTAL = 0.009;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void fewLooksSpendTheWholeLevelByTheUnionBound(int most) {
    SequentialDesign design = SequentialDesign.upTo(most);
    double sum = IntStream.rangeClosed(2, most).mapToDouble(design::level).sum();
    assertThat(sum).isCloseTo(TOTAL, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10})
  void levelsDoNotFallAndEndAtTheLastLook(int most) {
    SequentialDesign design = SequentialDesign.upTo(most);
    assertThat(design.mostPairs()).isEqualTo(most);
    for (int pairs = 3; pairs <= most; pairs++) {
      assertThat(design.level(pairs)).isGreaterThanOrEqualTo(design.level(pairs - 1));
    }
    assertThat(design.level(most + 3)).isEqualTo(design.level(most));
  }

  @Test
  void aRowIsGivenUpBelowTheBarOfItsLookAndNeverAtTheLast() {
    SequentialDesign design = SequentialDesign.upTo(5);
    assertThat(design.givesUp(2, 0.49)).isTrue();
    assertThat(design.givesUp(2, 0.5)).isFalse();
    assertThat(design.givesUp(3, 0.99)).isTrue();
    assertThat(design.givesUp(4, 1.49)).isTrue();
    assertThat(design.givesUp(4, 1.51)).isFalse();
    assertThat(design.givesUp(5, 0)).isFalse();
    assertThat(SequentialDesign.upTo(2).givesUp(2, 0)).isFalse();
  }

  @Test
  void nothingIsGivenUpWhereThatIsNotWanted() {
    SequentialDesign design = SequentialDesign.upTo(5).withoutGivingUp();
    assertThat(design.givesUp(2, 0)).isFalse();
    assertThat(design.level(5)).isEqualTo(SequentialDesign.upTo(5).level(5));
  }

  @Test
  void looksHaveARange() {
    assertThatThrownBy(() -> SequentialDesign.upTo(1)).hasMessageContaining("2 to 10, is 1");
    assertThatThrownBy(() -> SequentialDesign.upTo(11)).hasMessageContaining("2 to 10, is 11");
    SequentialDesign design = SequentialDesign.upTo(5);
    assertThatThrownBy(() -> design.level(1)).hasMessageContaining("2 or more, is 1");
  }
}
