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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "Excellent: the prediction is 100.0 % accurate; rely on it.",
            "The best parallel alternative gave 0.25x: the serial loop is the best plan.");
  }

  @Test
  void aSerialPlanIsHalfAccurateWhereTwiceTheSpeedWasThere() {
    BenchmarkResult result =
        SpeedupJudgement.judge(planned(ExecutionPlan.serial(9), 1), measured(40, 20));
    assertThat(result.accuracyPercent()).isCloseTo(50, within(1e-9));
    assertThat(result.errorPercent()).isCloseTo(-50, within(1e-9));
    assertThat(result.band()).isEqualTo(AccuracyBand.POOR);
    assertThat(result.recommendations().get(0)).startsWith("Poor: the prediction is 50.0 %");
    assertThat(result.recommendations().get(1)).contains("2.00x: the serial plan gave speed away");
  }

  @Test
  void withoutAnAlternativeThereIsNothingToJudge() {
    BenchmarkResult result = SpeedupJudgement.withoutAlternative(Duration.ofMillis(3));
    assertThat(result.accuracyPercent()).isEqualTo(100);
    assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(3));
  }

  private static List<String> advice(double predicted, double serial, double parallel) {
    return SpeedupJudgement.judge(planned(TWO.plan(), predicted), measured(serial, parallel))
        .recommendations();
  }

  @Test
  void aGoodPredictionNeedsNoMoreThanItsWorth() {
    assertThat(advice(2, 38, 20))
        .containsExactly("Excellent: the prediction is 95.0 % accurate; rely on it.");
    assertThat(advice(2, 32, 20))
        .containsExactly(
            "Good: the prediction is 80.0 % accurate; rely on it, and validate again where the host"
                + " or the items change.");
  }

  @Test
  void aFairOnePromisedTooMuch() {
    assertThat(advice(2, 28, 20))
        .containsExactly(
            "Fair: the prediction is 70.0 % accurate; take it as a rough guide, and validate what"
                + " matters.",
            "Less was measured than predicted (1.40x against 2.00x): the host had fewer cores to"
                + " give than while planning ('doctor' tells), the items compete for memory or a"
                + " lock, or the sample was not like the rest; plan again with a longer planning"
                + " time, or with fewer threads.");
  }

  @Test
  void aPoorOneIsNotToBeReliedOn() {
    assertThat(advice(2, 10, 20))
        .hasSize(3)
        .startsWith(
            "Poor: the prediction is 25.0 % accurate; do not rely on it; try other plans and keep"
                + " the one that measures best.")
        .endsWith(
            "The plan is slower than a serial loop (0.50x): use the serial loop, or make the items"
                + " larger.");
    assertThat(advice(1.2, 60, 20).get(1))
        .startsWith("More was measured than predicted (3.00x against 1.20x):");
  }

  @Test
  void aSmallGainIsToldEvenIfItWasPredicted() {
    assertThat(advice(1.15, 22, 20))
        .containsExactly(
            "Excellent: the prediction is 95.7 % accurate; rely on it.",
            "The plan gains little (1.10x): dispatch, shared memory or the host takes nearly all of"
                + " it; a serial loop leaves the other cores free.");
  }

  @Test
  void roundsThatVaryCannotRefuteAPrediction() {
    SpeedupMeasurement noisy =
        new SpeedupMeasurement(
            new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(10), Fork.of(20))),
            new Measurements(MetricUnit.parse("ms/op"), List.of(Fork.of(10), Fork.of(10))),
            List.of(),
            List.of());
    assertThat(SpeedupJudgement.judge(planned(TWO.plan(), 2), noisy).recommendations().get(1))
        .startsWith("It cannot be told for sure: the interval of the measured speedup,")
        .contains("holds the prediction");
    assertThat(
            SpeedupJudgement.judge(planned(ExecutionPlan.serial(9), 1), noisy)
                .recommendations()
                .get(1))
        .isEqualTo(
            "The best parallel alternative gave 1.41x: it may be no faster than the serial loop,"
                + " its interval holds 1.");
  }

  @Test
  void recommendationsCanBeAdded() {
    BenchmarkResult result =
        SpeedupJudgement.withoutAlternative(Duration.ofMillis(3))
            .withRecommendations(List.of("more"));
    assertThat(result.recommendations()).hasSize(2).endsWith("more");
    assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(3));
  }

  @ParameterizedTest
  @CsvSource({
    "100, EXCELLENT",
    "90, EXCELLENT",
    "89.99, GOOD",
    "75, GOOD",
    "74.99, FAIR",
    "60, FAIR",
    "59.99, POOR",
    "0, POOR",
    "NaN, POOR"
  })
  void bandsOfAccuracy(double accuracy, AccuracyBand band) {
    assertThat(AccuracyBand.of(accuracy)).isEqualTo(band);
    assertThat(band.label()).isEqualTo(band.name().toLowerCase(java.util.Locale.ROOT));
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
