package io.amorsize.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.result.AccuracyBand;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.SpeedupMeasurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds on a clock that a script moves: a plan takes what its passes are said to take. */
class ValidatorTest {

  private static final ExecutionPlan PLAN = ExecutionPlan.platform(2, 50);

  private final Script script = new Script();

  /** Each item costs some time, a parallel pass is faster by a factor, and all passes vary. */
  private static final class Script implements PassRunner {
    private final AtomicLong clock = new AtomicLong();
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<String> passes = new ArrayList<>();
    private double itemNanos = 1e6;
    private double speedup = 2;
    private double noise;

    @Override
    public <T, R> void run(
        Function<? super T, ? extends R> function,
        Collection<? extends T> items,
        ExecutionPlan plan) {
      passes.add((plan.isSerial() ? "serial" : "plan") + " " + items.size());
      double factor = (plan.isSerial() ? 1 : 1 / speedup) * Math.exp(noise * random.nextGaussian());
      clock.addAndGet((long) (itemNanos * items.size() * factor));
    }

    double seconds() {
      return clock.get() / 1e9;
    }
  }

  private static List<Integer> items(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static OptimizationResult planned(ExecutionPlan plan, double predicted) {
    PlanCandidate candidate =
        new PlanCandidate(PLAN, Math.max(1.5, predicted), 1, Math.max(2, predicted), true);
    return new OptimizationResult(
        plan,
        predicted,
        predicted,
        predicted,
        "",
        List.of(),
        Optional.empty(),
        List.of(candidate),
        Duration.ZERO,
        Optional.empty());
  }

  private Validator validator(ValidatorOptions options) {
    return new Validator(options, script, script.clock::get);
  }

  private BenchmarkResult validate(ValidatorOptions options, int items, OptimizationResult plan) {
    return validator(options).validate(x -> x, items(items), plan);
  }

  @ParameterizedTest
  @CsvSource({
    "1.95, EXCELLENT, Excellent: the prediction is 97.5 % accurate, 1",
    "1.60, GOOD, Good: the prediction is 80.0 % accurate, 1",
    "1.30, FAIR, Fair: the prediction is 65.0 % accurate, 2",
    "1.00, POOR, Poor: the prediction is 50.0 % accurate, 3",
    "5.00, POOR, Poor: the prediction is 40.0 % accurate, 2"
  })
  void aPredictionOfTwoLandsInItsBand(
      double measured, AccuracyBand band, String worth, int sentences) {
    script.speedup = measured;
    BenchmarkResult result = validate(ValidatorOptions.defaults(), 100, planned(PLAN, 2));
    assertThat(result.actualSpeedup()).isCloseTo(measured, within(1e-6));
    assertThat(result.band()).isEqualTo(band);
    assertThat(result.isAccurate(75)).isEqualTo(band.leastPercent() >= 75);
    assertThat(result.recommendations()).hasSize(sentences);
    assertThat(result.recommendations().get(0)).startsWith(worth);
  }

  @Test
  void aSerialPlanIsHeldAgainstItsBestAlternative() {
    OptimizationResult serial = planned(ExecutionPlan.serial(100), 1);
    script.speedup = 0.8;
    BenchmarkResult right = validate(ValidatorOptions.defaults(), 100, serial);
    assertThat(right.band()).isEqualTo(AccuracyBand.EXCELLENT);
    assertThat(right.recommendations().get(1)).contains("0.80x: the serial loop is the best plan");
    script.speedup = 2;
    BenchmarkResult wrong = validate(ValidatorOptions.defaults(), 100, serial);
    assertThat(wrong.band()).isEqualTo(AccuracyBand.POOR);
    assertThat(wrong.accuracyPercent()).isCloseTo(50, within(1e-4));
    assertThat(wrong.recommendations().get(1)).contains("gave speed away");
  }

  @Test
  void stopsOnceTheIntervalIsNarrow() {
    SpeedupMeasurement even =
        validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    assertThat(even.serial().forks()).hasSize(5);
    script.noise = 0.05;
    SpeedupMeasurement noisy =
        validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    assertThat(noisy.serial().forks().size()).isBetween(8, 199);
    double width =
        noisy.speedup().interval().orElseThrow().upper()
            / noisy.speedup().interval().orElseThrow().lower();
    assertThat(width).isLessThanOrEqualTo(1.05);
  }

  @Test
  void stopsAfterTheMostRounds() {
    script.noise = 1;
    SpeedupMeasurement measured =
        validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    assertThat(measured.serial().forks()).hasSize(200);
  }

  @Test
  void bothOrdersComeWithinARoundAndTheSeedChoosesThem() {
    script.noise = 1;
    validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    List<String> passes = List.copyOf(script.passes);
    List<String> rounds = passes.subList(passes.size() - 400, passes.size());
    long serialFirst =
        IntStream.range(0, 200).filter(i -> rounds.get(2 * i).equals("serial 10")).count();
    assertThat(serialFirst).isBetween(70L, 130L);
    assertThat(rounds).filteredOn(pass -> pass.equals("plan 10")).hasSize(200);
  }

  @Test
  void warmsUpShortPassesManyTimesAndLongOnesOnce() {
    script.itemNanos = 1e3;
    validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    // Samples of 2, 8 and 10 items, 50 pairs to warm up, 5 rounds.
    assertThat(script.passes).hasSize(3 + 100 + 10);
    script.passes.clear();
    script.itemNanos = 2e8;
    validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    assertThat(script.passes).hasSize(3 + 2 + 10);
  }

  @Test
  void aLongTimeoutMeasuresAllItemsAndAShortOneASample() {
    script.itemNanos = 1e7;
    BenchmarkResult all = validate(ValidatorOptions.defaults(), 400, planned(PLAN, 2));
    assertThat(all.serialTime()).isEqualTo(Duration.ofSeconds(4));
    assertThat(all.recommendations()).hasSize(1);
    double before = script.seconds();
    BenchmarkResult some =
        validate(
            ValidatorOptions.defaults().withTimeout(Duration.ofSeconds(12)), 400, planned(PLAN, 2));
    // 5 rounds and a warm-up, each with two passes of at most a second.
    assertThat(some.serialTime()).isEqualTo(Duration.ofSeconds(1));
    assertThat(some.actualSpeedup()).isCloseTo(2, within(1e-6));
    assertThat(script.seconds() - before).isLessThanOrEqualTo(12);
    assertThat(some.recommendations())
        .endsWith(
            "Measured on 100 of 400 items, spread over the list, since rounds of all would not fit"
                + " into the timeout of 12000 ms.");
  }

  @Test
  void aFirstRoundOfVerySlowItemsIsCutToTwo() {
    script.itemNanos = 10e9;
    BenchmarkResult result =
        validate(
            ValidatorOptions.defaults().withTimeout(Duration.ofSeconds(5)), 1000, planned(PLAN, 2));
    // Two items to find that they are slow, and one round of two: 20 + 20 + 10 s.
    assertThat(script.passes).containsExactlyInAnyOrder("serial 2", "serial 2", "plan 2");
    assertThat(script.seconds()).isEqualTo(50);
    assertThat(result.actualSpeedup()).isCloseTo(2, within(1e-9));
    assertThat(result.speedupInterval()).isEmpty();
    assertThat(result.recommendations())
        .endsWith(
            "Measured on 2 of 1000 items, spread over the list, since rounds of all would not fit"
                + " into the timeout of 5000 ms.",
            "Time ran out after 1 round, fewer than the 5 that show how much they vary: give it a"
                + " longer timeout.");
  }

  @Test
  void noTimeAtAllStillGivesOneRound() {
    BenchmarkResult result =
        validate(ValidatorOptions.defaults().withTimeout(Duration.ZERO), 1000, planned(PLAN, 2));
    assertThat(script.passes).hasSize(3);
    assertThat(result.actualSpeedup()).isCloseTo(2, within(1e-6));
  }

  @Test
  void endsWithTheRoundInWhichTimeRunsOut() {
    script.noise = 1;
    script.itemNanos = 1e8;
    SpeedupMeasurement measured =
        validator(ValidatorOptions.defaults()).measure(x -> x, items(10), PLAN);
    assertThat(measured.serial().forks().size()).isBetween(5, 60);
    assertThat(script.seconds()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void takesAtMostTheItemsThatItMay() {
    BenchmarkResult result =
        validate(ValidatorOptions.defaults().withMaxItems(30), 1000, planned(PLAN, 2));
    assertThat(script.passes).doesNotContain("serial 1000").contains("serial 30", "plan 30");
    assertThat(result.serialTime()).isEqualTo(Duration.ofMillis(30));
    assertThat(result.recommendations())
        .endsWith("Measured on 30 of 1000 items, spread over the list, as maxItems says.");
  }

  @Test
  void aSampleIsCutIntoAsManyChunksAsTheList() {
    List<ExecutionPlan> plans = new ArrayList<>();
    PassRunner runner =
        new PassRunner() {
          @Override
          public <T, R> void run(
              Function<? super T, ? extends R> function,
              Collection<? extends T> items,
              ExecutionPlan plan) {
            plans.add(plan);
          }
        };
    new Validator(
            ValidatorOptions.defaults().withMaxItems(100), runner, script.clock::incrementAndGet)
        .measure(x -> x, items(1000), PLAN);
    assertThat(plans)
        .filteredOn(plan -> !plan.isSerial())
        .containsOnly(ExecutionPlan.platform(2, 5));
  }

  @Test
  void whereNothingIsParallelOnePassIsTimed() {
    OptimizationResult only =
        new OptimizationResult(
            ExecutionPlan.serial(1),
            1,
            1,
            1,
            "",
            List.of(),
            Optional.empty(),
            List.of(),
            Duration.ZERO,
            Optional.empty());
    BenchmarkResult one = validate(ValidatorOptions.defaults(), 1, only);
    assertThat(one.accuracyPercent()).isEqualTo(100);
    assertThat(one.serialTime()).isEqualTo(Duration.ofMillis(1));
    assertThat(one.recommendations().get(0)).contains("the only plan");
    assertThat(validate(ValidatorOptions.defaults(), 0, only).accuracyPercent()).isEqualTo(100);
    assertThat(validate(ValidatorOptions.defaults(), 1, planned(PLAN, 2)).actualSpeedup())
        .isEqualTo(1);
  }

  @Test
  void aFailureTellsThePlaceInTheWholeList() {
    Validator validator =
        new Validator(
            ValidatorOptions.defaults().withMaxItems(10),
            ParallelMap::map,
            script.clock::incrementAndGet);
    assertThatThrownBy(
            () ->
                validator.measure(
                    x -> {
                      if (x == 950) {
                        throw new IllegalStateException("no such thing");
                      }
                      return x;
                    },
                    items(1000),
                    PLAN))
        .isInstanceOfSatisfying(
            ItemFailedException.class, e -> assertThat(e.itemIndex()).isEqualTo(950))
        .hasRootCauseMessage("no such thing");
  }

  @Test
  void saysWhatIsMissing() {
    Validator validator = validator(ValidatorOptions.defaults());
    assertThatThrownBy(() -> validator.validate(null, items(2), planned(PLAN, 2)))
        .hasMessage("function is null");
    assertThatThrownBy(() -> validator.validate(x -> x, null, planned(PLAN, 2)))
        .hasMessage("items is null");
    assertThatThrownBy(() -> validator.validate(x -> x, items(2), null))
        .hasMessage("optimization is null");
    assertThatThrownBy(() -> validator.measure(x -> x, items(2), null)).hasMessage("plan is null");
  }

  @Test
  void optionsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new ValidatorOptions(1, 5, Duration.ZERO, 1.05, 2, 1))
        .hasMessage("need 2 <= leastRounds <= mostRounds, are 1 and 5");
    assertThatThrownBy(() -> new ValidatorOptions(2, 5, Duration.ofNanos(-1), 1.05, 2, 1))
        .hasMessageContaining("timeout must not be negative");
    assertThatThrownBy(() -> new ValidatorOptions(2, 5, Duration.ZERO, 1, 2, 1))
        .hasMessage("narrowEnough must be above 1, is 1.0");
    assertThatThrownBy(() -> ValidatorOptions.defaults().withMaxItems(1))
        .hasMessage("maxItems must be at least 2, is 1");
  }
}
