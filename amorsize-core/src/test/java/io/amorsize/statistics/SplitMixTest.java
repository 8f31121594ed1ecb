package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {

  /**
   * Published outputs for the seed 1234567: 6457827717110365317, 3203168211198807973,
   * 9817491932198370423, 4593380528125082431, 16408922859458223821; here modulo 1000003.
   */
  @Test
  void givesThePublishedNumbers() {
    SplitMix random = new SplitMix(1234567);
    assertThat(IntStream.range(0, 5).map(i -> random.below(1_000_003)))
        .containsExactly(334262, 2804, 930993, 838359, 325310);
  }

  /** From Python 3.11: Fisher and Yates from the end, with the high half of each product. */
  @Test
  void shufflesTheValuesAtSomePositions() {
    double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    new SplitMix(1234567).shuffle(values, new int[] {0, 2, 3, 5, 7, 8, 9});
    assertThat(values).containsExactly(8, 1, 5, 7, 4, 0, 6, 9, 2, 3);
  }
}
