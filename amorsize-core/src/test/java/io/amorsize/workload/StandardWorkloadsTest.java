package io.amorsize.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardWorkloadsTest {

  static List<WorkloadSpec<?, ?>> all() {
    return StandardWorkloads.all();
  }

  @Test
  void areTheFiveDocumentedOnesInOrder() {
    assertThat(all())
        .extracting(
            WorkloadSpec::name,
            WorkloadSpec::minSpeedup,
            WorkloadSpec::maxExecutionTime,
            WorkloadSpec::expectedWorkloadType)
        .containsExactly(
            tuple("cpu_intensive", 1.2, Duration.ofSeconds(30), WorkloadType.CPU_BOUND),
            tuple("mixed_workload", 1.2, Duration.ofSeconds(30), WorkloadType.MIXED),
            tuple("memory_intensive", 0.9, Duration.ofSeconds(30), WorkloadType.CPU_BOUND),
            tuple("fast_function", 0.8, Duration.ofSeconds(10), WorkloadType.CPU_BOUND),
            tuple("variable_time", 0.9, Duration.ofSeconds(30), WorkloadType.CPU_BOUND));
  }

  @ParameterizedTest
  @MethodSource("all")
  void giveTheSameResultsForTheSameSeed(WorkloadSpec<?, ?> spec) {
    WorkloadSpec<?, ?> again =
        StandardWorkloads.all().stream()
            .filter(other -> other.name().equals(spec.name()))
            .findFirst()
            .orElseThrow();
    assertThat(results(spec.limitedTo(5))).isEqualTo(results(again.limitedTo(5)));
  }

  @Test
  void drawOtherItemsForAnotherSeed() {
    for (int i = 0; i < 5; i++) {
      assertThat(StandardWorkloads.all(1).get(i).items())
          .isNotEqualTo(StandardWorkloads.all(2).get(i).items());
    }
  }

  @Test
  void countsPrimesAndFactors() {
    // Below 30 there are 10 primes. The factors are those of 29!, by Legendre's formula:
    // 25 twos, 13 threes, 6 fives, 4 sevens, 2 elevens, 2 thirteens, and 17, 19, 23, 29.
    assertThat(StandardFunctions.primesAndFactors(30))
        .isEqualTo(new StandardFunctions.PrimeCount(10, 56));
  }

  @Test
  void sortsTheHeadDownwards() {
    assertThat(StandardFunctions.sortedHead(11, 3)).containsExactly(9, 6, 3);
    assertThat(StandardFunctions.sortedHead(3, 100)).containsExactly(0);
  }

  @Test
  void waitsAsLongAsAsked() {
    long start = System.nanoTime();
    StandardFunctions.waitAndCompute(1, 2_000_000);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2_000_000);
  }

  @Test
  void itemsOfVariableTimeVaryByAnOrderOfMagnitude() {
    List<Integer> steps =
        StandardWorkloads.all().get(4).items().stream().map(Integer.class::cast).toList();
    int least = steps.stream().min(Comparator.naturalOrder()).orElseThrow();
    int most = steps.stream().max(Comparator.naturalOrder()).orElseThrow();
    assertThat(most / least).isGreaterThanOrEqualTo(10);
  }

  private static <T, R> List<R> results(WorkloadSpec<T, R> spec) {
    return spec.items().stream().<R>map(spec.function()).toList();
  }
}
