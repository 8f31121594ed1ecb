package io.amorsize.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.SpeedupMeasurement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidatorTest {

  private static final List<Integer> ITEMS = IntStream.range(0, 10).boxed().toList();
  private static final ExecutionPlan PLAN = ExecutionPlan.platform(2, 1);

  @Test
  void stopsOnceTheIntervalIsNarrow() {
    // The clock moves by one millisecond at every look: all rounds are equal.
    AtomicLong clock = new AtomicLong();
    Validator validator =
        new Validator(ValidatorOptions.defaults(), () -> clock.addAndGet(1_000_000));
    SpeedupMeasurement measured = validator.measure(x -> x, ITEMS, PLAN);
    assertThat(measured.serial().forks()).hasSize(5);
    assertThat(measured.speedup().ratio()).isEqualTo(1);
  }

  @Test
  void stopsWhenTimeIsOut() {
    AtomicLong clock = new AtomicLong();
    AtomicLong step = new AtomicLong(1);
    Validator validator =
        new Validator(
            ValidatorOptions.defaults().withTimeout(Duration.ofNanos(1)),
            () -> clock.addAndGet(step.getAndUpdate(s -> s * 7 % 1000 + 1)));
    assertThat(validator.measure(x -> x, ITEMS, PLAN).serial().forks()).hasSize(5);
  }

  @Test
  void measuresARecommendation() {
    List<Integer> items = IntStream.range(0, 200).boxed().toList();
    OptimizationResult plan = Amorsize.optimize(ValidatorTest::spin, items);
    BenchmarkResult result =
        new Validator(ValidatorOptions.defaults().withTimeout(Duration.ofMillis(500)))
            .validate(ValidatorTest::spin, items, plan);
    assertThat(result.serialTime()).isPositive();
    assertThat(result.predictedSpeedup()).isEqualTo(plan.estimatedSpeedup());
    assertThat(result.accuracyPercent()).isBetween(0.0, 100.0);
  }

  @Test
  void oneItemHasOnlyOnePlan() {
    OptimizationResult plan = Amorsize.optimize(ValidatorTest::spin, List.of(1));
    BenchmarkResult result = Amorsize.validate(ValidatorTest::spin, List.of(1), plan);
    assertThat(result.accuracyPercent()).isEqualTo(100);
    assertThat(result.recommendations().get(0)).contains("the only plan");
  }

  @Test
  void optionsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new ValidatorOptions(1, 5, Duration.ZERO, 1.05, 1))
        .hasMessage("need 2 <= leastRounds <= mostRounds, are 1 and 5");
    assertThatThrownBy(() -> new ValidatorOptions(2, 5, Duration.ofNanos(-1), 1.05, 1))
        .hasMessageContaining("timeout must not be negative");
    assertThatThrownBy(() -> new ValidatorOptions(2, 5, Duration.ZERO, 1, 1))
        .hasMessage("narrowEnough must be above 1, is 1.0");
  }

  private static long spin(int item) {
    long z = item;
    for (int i = 0; i < 20_000; i++) {
      z = z * 31 + i;
    }
    return z;
  }
}
