package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  private static Measurements of(String unit, Fork... forks) {
    return new Measurements(MetricUnit.parse(unit), List.of(forks));
  }

  @Test
  void keepForksApart() {
    Measurements measured = of("us/op", Fork.of(1, 2, 6), Fork.of(4));
    assertThat(measured.forkMeans()).containsExactly(3, 4);
    assertThat(measured.forkMedians()).containsExactly(2, 4);
    assertThat(measured.iterations()).isEqualTo(4);
  }

  @Test
  void forksAreValues() {
    double[] scores = {1, 2};
    Fork fork = Fork.of(scores);
    scores[0] = 99;
    fork.toArray()[1] = 99;
    assertThat(fork).isEqualTo(Fork.of(1, 2)).hasSameHashCodeAs(Fork.of(1, 2));
    assertThat(fork).isNotEqualTo(Fork.of(1, 3)).hasToString("[1.0, 2.0]");
    assertThat(fork.size()).isEqualTo(2);
  }

  @Test
  void forksRefuseWhatIsNoScore() {
    assertThatThrownBy(Fork::of).hasMessage("a fork needs at least one iteration");
    assertThatThrownBy(() -> Fork.of(1, Double.NaN)).hasMessage("a score must be finite, is NaN");
  }

  @Test
  void aSpeedupIsTheRatioOfPairs() {
    SpeedupMeasurement speedup =
        new SpeedupMeasurement(
            of("s/op", Fork.of(4), Fork.of(9)),
            of("s/op", Fork.of(2), Fork.of(3)),
            List.of(),
            List.of());
    // sqrt(2 * 3)
    assertThat(speedup.speedup().ratio()).isCloseTo(2.449489742783178, within(1e-12));
  }

  @Test
  void aSpeedupNeedsPairsOfOneUnit() {
    Measurements one = of("s/op", Fork.of(1));
    assertThatThrownBy(() -> new SpeedupMeasurement(one, of("s/op"), List.of(), List.of()))
        .hasMessageContaining("need as many serial as parallel forks");
    assertThatThrownBy(
            () -> new SpeedupMeasurement(one, of("ms/op", Fork.of(1)), List.of(), List.of()))
        .hasMessage("units differ: s/op and ms/op");
    RulerReading reading = new RulerReading(2, 1, 2);
    assertThatThrownBy(() -> new SpeedupMeasurement(one, one, List.of(reading, reading), List.of()))
        .hasMessage("need ruler readings for each of 1 pairs or none, are 2");
    Prediction prediction = new Prediction(1.5, reading);
    assertThatThrownBy(
            () -> new SpeedupMeasurement(one, one, List.of(), List.of(prediction, prediction)))
        .hasMessage("need predictions for each of 1 pairs or none, are 2");
    assertThatThrownBy(() -> new Prediction(0, reading))
        .hasMessage("speedup must be positive and finite, is 0.0");
  }

  @Test
  void aMedianLeavesTheIterationsInTheirOrder() {
    Fork fork = Fork.of(5, 1, 4, 2, 3, 9, 8, 7, 6, 10);
    assertThat(fork.median()).isEqualTo(5.5);
    assertThat(fork).isEqualTo(Fork.of(5, 1, 4, 2, 3, 9, 8, 7, 6, 10));
  }
}
