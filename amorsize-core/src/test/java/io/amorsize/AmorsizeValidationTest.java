package io.amorsize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.validation.ValidatorOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The facade on this host: no assertion on time. */
class AmorsizeValidationTest {

  private static final ValidatorOptions SHORT =
      ValidatorOptions.defaults().withTimeout(Duration.ofMillis(300));

  private static List<Integer> items(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static long spin(int item) {
    long z = item;
    for (int i = 0; i < 20_000; i++) {
      z = z * 31 + i;
    }
    return z;
  }

  private static void assertComplete(BenchmarkResult result) {
    assertThat(result.serialTime()).isPositive();
    assertThat(result.parallelTime()).isPositive();
    assertThat(result.actualSpeedup()).isPositive();
    assertThat(result.predictedSpeedup()).isPositive();
    assertThat(result.accuracyPercent()).isBetween(0.0, 100.0);
    assertThat(result.isAccurate(0)).isTrue();
    assertThat(result.recommendations()).isNotEmpty();
  }

  @Test
  void validatesARecommendation() {
    List<Integer> items = items(200);
    OptimizationResult plan = Amorsize.optimize(AmorsizeValidationTest::spin, items);
    BenchmarkResult result = Amorsize.validate(AmorsizeValidationTest::spin, items, plan, SHORT);
    assertComplete(result);
    assertThat(result.predictedSpeedup()).isEqualTo(plan.estimatedSpeedup());
  }

  @Test
  void validatesWhatHasOnePlanOnly() {
    OptimizationResult plan = Amorsize.optimize(AmorsizeValidationTest::spin, List.of(1));
    BenchmarkResult result = Amorsize.validate(AmorsizeValidationTest::spin, List.of(1), plan);
    assertThat(result.accuracyPercent()).isEqualTo(100);
    assertThat(result.recommendations().get(0)).contains("the only plan");
  }

  @Test
  void quickValidationTouchesAtMostAHundredItemsSpreadOverTheList() {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    BenchmarkResult result =
        Amorsize.quickValidate(
            item -> {
              seen.add(item);
              return item * 2;
            },
            items(100_000));
    assertComplete(result);
    assertThat(seen).hasSizeLessThanOrEqualTo(100);
    assertThat(seen).anyMatch(item -> item < 1_000).anyMatch(item -> item > 99_000);
  }

  @Test
  void quickValidationOfNothingAndOfOneItem() {
    assertThat(Amorsize.quickValidate(AmorsizeValidationTest::spin, List.of()).accuracyPercent())
        .isEqualTo(100);
    assertThat(Amorsize.quickValidate(AmorsizeValidationTest::spin, List.of(7)).accuracyPercent())
        .isEqualTo(100);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> Amorsize.quickValidate(null, items(3)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("function is null");
    assertThatThrownBy(() -> Amorsize.quickValidate(AmorsizeValidationTest::spin, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("items is null");
  }
}
