package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.ruler.RulerReading;
import io.amorsize.unit.MetricUnit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SpeedupJudgementTest {

  private static final PlanCandidate TWO =
      new PlanCandidate(ExecutionPlan.platform(2, 4), 1.9, 1.8, 2.0, true);

  private static OptimizationResult planned(ExecutionPlan plan, double predicted) {
    return new OptimizationResult(
        plan,
        predicted,
        predicted,
        predicted,
        "",
        List.of(),
        Optional.empty(),
        List.of(TWO),
        Duration.ZERO,
        Optional.empty());
  }

  private static SpeedupMeasurement measured(double serial, double parallel) {
    return new SpeedupMeasurement(
        new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(serial), Fork.of(serial))),
        new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(parallel), Fork.of(parallel))),
        List.of(),
        List.of());
  }

  @Test
  void predictionsBesideThePairsCountByTheirMedian() {
    RulerReading reading = new RulerReading(2, 1, 2);
    Measurements serial =
        new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(2), Fork.of(2), Fork.of(2)));
    Measurements parallel =
        new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(1), Fork.of(1), Fork.of(1)));
    SpeedupMeasurement measurement =
        new SpeedupMeasurement(
            serial,
            parallel,
            List.of(),
            List.of(
                new Prediction(1.1, reading),
                new Prediction(1.9, reading),
                new Prediction(1.8, reading)));
    BenchmarkResult result = SpeedupJudgement.judge(planned(TWO.plan(), 1.5), measurement);
    assertThat(result.predictedSpeedup()).isEqualTo(1.8);
    assertThat(result.accuracyPercent()).isCloseTo(90, within(1e-9));
  }

  @Test
  void judgesAParallelPlanByItsOwnSpeedup() {
    BenchmarkResult result = SpeedupJudgement.judge(planned(TWO.plan(), 2.0), measured(30, 20));
    assertThat(result.actualSpeedup()).isCloseTo(1.5, within(1e-12));
    assertThat(result.predictedSpeedup()).isEqualTo(2.0);
    assertThat(result.accuracyPercent()).isCloseTo(75, within(1e-9));
    assertThat(result.errorPercent()).isCloseTo(-25, within(1e-9));
    assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(30));
    assertThat(result.parallelTime()).isEqualTo(Duration.ofMillis(20));
    assertThat(result.speedupInterval()).isPresent();
    assertThat(result.isAccurate(75.1)).isFalse();
    assertThat(result.isAccurate(74.9)).isTrue();
  }

  @Test
  void aSerialPlanIsAccurateWhereNothingBeatsIt() {
    BenchmarkResult result =
        SpeedupJudgement.judge(planned(ExecutionPlan.serial(9), 1), measured(10, 40));
    assertThat(result.actualSpeedup()).isEqualTo(1);
    assertThat(result.accuracyPercent()).isEqualTo(100);
    assertThat(result.parallelTime()).isEqualTo(result.serialTime());
    assertThat(result.recommendations())
        .containsExactly(
            "The best parallel alternative gave 0.25x: the serial loop is the best plan.");
  }

  @Test
  void aSerialPlanIsHalfAccurateWhereTwiceTheSpeedWasThere() {
    BenchmarkResult result =
        SpeedupJudgement.judge(planned(ExecutionPlan.serial(9), 1), measured(40, 20));
    assertThat(result.accuracyPercent()).isCloseTo(50, within(1e-9));
    assertThat(result.errorPercent()).isCloseTo(-50, within(1e-9));
    assertThat(result.recommendations().get(0)).contains("gave speed away");
  }

  @Test
  void withoutAnAlternativeThereIsNothingToJudge() {
    BenchmarkResult result = SpeedupJudgement.withoutAlternative(Duration.ofMillis(3));
    assertThat(result.accuracyPercent()).isEqualTo(100);
    assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(3));
  }

  @Test
  void recommendsWhatToDo() {
    assertThat(SpeedupJudgement.judge(planned(TWO.plan(), 2), measured(10, 20)).recommendations())
        .containsExactly(
            "The plan is slower than a serial loop: use the serial loop, or larger items.",
            "Less was measured than predicted: look at the ruler for cores that were missing.");
    assertThat(SpeedupJudgement.judge(planned(TWO.plan(), 1.2), measured(40, 20)).recommendations())
        .containsExactly(
            "More was measured than predicted: the host gave more cores than while planning.");
    assertThat(SpeedupJudgement.judge(planned(TWO.plan(), 1.2), measured(22, 20)).recommendations())
        .containsExactly("The plan gains little: dispatch or the host takes nearly all of it.");
  }

  @Property
  void accuracyIsSymmetricAndWithinItsRange(
      @ForAll @DoubleRange(min = 0.01, max = 100) double a,
      @ForAll @DoubleRange(min = 0.01, max = 100) double b) {
    double accuracy = BenchmarkResult.accuracyPercent(a, b);
    assertThat(accuracy).isBetween(0.0, 100.0);
    assertThat(BenchmarkResult.accuracyPercent(b, a)).isEqualTo(accuracy);
    assertThat(BenchmarkResult.accuracyPercent(a, a)).isEqualTo(100);
  }
}
