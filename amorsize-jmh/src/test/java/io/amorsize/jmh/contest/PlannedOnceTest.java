package io.amorsize.jmh.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.statistics.Interval;
import io.amorsize.statistics.PairedRatio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plan that took half of the loop's time, between 0.4 and 0.625 of it: speedups 1.6 to 2.5. */
class PlannedOnceTest {

  private static PlannedOnce predicting(double speedup, Optional<Interval> interval) {
    PairedRatio half = new PairedRatio(0.5, interval, 9);
    return new PlannedOnce(2, 1, speedup, List.of(0.01), half, half, half);
  }

  private static double atBest(double speedup) {
    return predicting(speedup, Optional.of(new Interval(0.4, 0.625, 0.95))).accuracyAtBestPercent();
  }

  @Test
  void anAccuracyIsThatOfTheMeasuredSpeedup() {
    assertThat(predicting(1.6, Optional.empty()).accuracyPercent()).isCloseTo(80, within(1e-9));
    assertThat(predicting(2.5, Optional.empty()).accuracyPercent()).isCloseTo(80, within(1e-9));
  }

  @Test
  void atBestItIsThatOfTheNearestThatWasNotRuledOut() {
    assertThat(atBest(1.2)).isCloseTo(75, within(1e-9));
    assertThat(atBest(1.6)).isCloseTo(100, within(1e-9));
    assertThat(atBest(2.2)).isCloseTo(100, within(1e-9));
    assertThat(atBest(5)).isCloseTo(50, within(1e-9));
    assertThat(predicting(4, Optional.empty()).accuracyAtBestPercent()).isCloseTo(50, within(1e-9));
  }
}
