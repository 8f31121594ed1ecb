package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepPlaceTest {

  @Test
  void aClearStepHasOnePlace() {
    double[] values = {0, 0, 0, 0, 9, 9, 9, 9};
    assertThat(StepPlace.of(values, 4)).isEqualTo(new StepPlace(4, 4, 4));
    assertThat(StepPlace.of(values, 5)).isEqualTo(new StepPlace(4, 4, 4));
  }

  /**
   * Levels 0 and 4; a value of 2 fits both alike, so that the step may lie before or after it: 5
   * log1p(4 / 4) on either side.
   */
  @Test
  void aValueBetweenTheLevelsLeavesThePlaceOpen() {
    double[] values = {0, 0, 0, 0, 2, 4, 4, 4, 4};
    StepPlace place = StepPlace.of(values, 4);
    assertThat(place.earliest()).isEqualTo(4);
    assertThat(place.latest()).isEqualTo(5);
  }
}
