package io.amorsize.validation;

import static java.util.Objects.requireNonNull;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ParallelMap;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.optimizer.PlanCandidate;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.SpeedupJudgement;
import io.amorsize.result.SpeedupMeasurement;
import io.amorsize.statistics.PairedRatio;
import io.amorsize.unit.MetricUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Measures a recommendation in this JVM: rounds of the serial loop and of the plan in random
 * alternation, until the interval of the speedup is narrow enough or time is out.
 *
 * <p>In one JVM there is one JIT profile and one heap layout, so this interval is narrower than one
 * over forked JVMs; the JMH suite measures in forks. Looking at the interval after each round costs
 * little of its coverage: 93 to 95 % in simulated rounds of 1 to 10 % noise.
 */
public final class Validator {

  /** Short passes need many to be compiled; long ones are warm after the first. */
  private static final double WARMUP_SHARE = 0.02;

  private static final int MOST_WARMUP_ROUNDS = 50;

  private final ValidatorOptions options;
  private final PassRunner runner;
  private final LongSupplier nanoClock;

  /** A validator on the system's clock. */
  public Validator(ValidatorOptions options) {
    this(options, ParallelMap::map, System::nanoTime);
  }

  Validator(ValidatorOptions options, PassRunner runner, LongSupplier nanoClock) {
    this.options = requireNonNull(options, "options is null");
    this.runner = runner;
    this.nanoClock = nanoClock;
  }

  /**
   * Measures a recommendation; calls the function several times for every item that is measured.
   *
   * @param function the function that was planned
   * @param items the items that were planned
   * @param optimization the recommendation
   * @return times are those of a pass over the items that were measured
   * @throws io.amorsize.execution.ItemFailedException if the function throws
   * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
   */
  public <T, R> BenchmarkResult validate(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizationResult optimization) {
    requireNonNull(optimization, "optimization is null");
    RoundClock<T, R> clock = clock(function);
    ItemSample<T> sample = sample(items, clock);
    Optional<PlanCandidate> measured = SpeedupJudgement.measuredPlan(optimization);
    if (measured.isEmpty() || sample.items().size() < ValidatorOptions.FEWEST_ITEMS) {
      Duration serial = Duration.ofNanos((long) clock.serialNanos(sample));
      return SpeedupJudgement.withoutAlternative(serial).withRecommendations(limits(sample));
    }
    SpeedupMeasurement measurement = measure(sample, clock, measured.get().plan());
    List<String> limits = new ArrayList<>(limits(sample));
    int rounds = measurement.serial().forks().size();
    if (rounds < options.leastRounds()) {
      limits.add(
          "Time ran out after "
              + rounds
              + (rounds == 1 ? " round" : " rounds")
              + ", fewer than the "
              + options.leastRounds()
              + " that show how much they vary: give it a longer timeout.");
    }
    return SpeedupJudgement.judge(optimization, measurement).withRecommendations(limits);
  }

  /** The rounds of the serial loop and of a plan, as forks of one iteration. */
  public <T, R> SpeedupMeasurement measure(
      Function<? super T, ? extends R> function, List<? extends T> items, ExecutionPlan plan) {
    RoundClock<T, R> clock = clock(function);
    return measure(sample(items, clock), clock, requireNonNull(plan, "plan is null"));
  }

  private <T, R> RoundClock<T, R> clock(Function<? super T, ? extends R> function) {
    return new RoundClock<>(requireNonNull(function, "function is null"), runner, nanoClock);
  }

  private <T> ItemSample<T> sample(List<? extends T> items, RoundClock<T, ?> clock) {
    return SampleSize.fitting(requireNonNull(items, "items is null"), options, clock);
  }

  private <T> SpeedupMeasurement measure(
      ItemSample<T> sample, RoundClock<T, ?> clock, ExecutionPlan plan) {
    ExecutionPlan fitted = fitted(plan, sample);
    warmUp(sample, clock, fitted);
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Fork> serial = new ArrayList<>();
    List<Fork> parallel = new ArrayList<>();
    do {
      boolean serialFirst = random.nextBoolean();
      double first = serialFirst ? clock.serialNanos(sample) : clock.nanos(sample, fitted);
      double second = serialFirst ? clock.nanos(sample, fitted) : clock.serialNanos(sample);
      serial.add(Fork.of((serialFirst ? first : second) / 1e9));
      parallel.add(Fork.of((serialFirst ? second : first) / 1e9));
    } while (!enough(serial, parallel) && !clock.isAfter(options.timeout()));
    return new SpeedupMeasurement(
        new Measurements(MetricUnit.SECONDS_PER_OPERATION, serial),
        new Measurements(MetricUnit.SECONDS_PER_OPERATION, parallel),
        List.of(),
        List.of());
  }

  /** A sample is cut into as many chunks as the whole list would be. */
  private static ExecutionPlan fitted(ExecutionPlan plan, ItemSample<?> sample) {
    if (!sample.isPart() || plan.isSerial()) {
      return plan;
    }
    double share = (double) sample.items().size() / sample.of();
    int chunkSize = (int) Math.max(1, Math.round(plan.chunkSize() * share));
    return new ExecutionPlan(plan.nJobs(), chunkSize, plan.executorType());
  }

  private <T> void warmUp(ItemSample<T> sample, RoundClock<T, ?> clock, ExecutionPlan plan) {
    double end = clock.elapsedNanos() + WARMUP_SHARE * options.timeout().toNanos();
    for (int round = 0; round < MOST_WARMUP_ROUNDS; round++) {
      if (clock.isAfter(options.timeout())) {
        return;
      }
      clock.serialNanos(sample);
      clock.nanos(sample, plan);
      if (clock.elapsedNanos() >= end) {
        return;
      }
    }
  }

  private boolean enough(List<Fork> serial, List<Fork> parallel) {
    int rounds = serial.size();
    return rounds >= options.mostRounds()
        || (rounds >= options.leastRounds() && isNarrow(serial, parallel));
  }

  private boolean isNarrow(List<Fork> serial, List<Fork> parallel) {
    PairedRatio ratio = PairedRatio.of(means(serial), means(parallel), 0.95);
    return ratio
        .interval()
        .filter(interval -> interval.upper() / interval.lower() <= options.narrowEnough())
        .isPresent();
  }

  private static double[] means(List<Fork> forks) {
    return forks.stream().mapToDouble(Fork::mean).toArray();
  }

  private List<String> limits(ItemSample<?> sample) {
    if (!sample.isPart()) {
      return List.of();
    }
    boolean asked = sample.items().size() >= options.maxItems();
    return List.of(
        "Measured on "
            + sample.items().size()
            + " of "
            + sample.of()
            + " items, spread over the list, "
            + (asked
                ? "as maxItems says."
                : "since rounds of all would not fit into the timeout of "
                    + options.timeout().toMillis()
                    + " ms."));
  }
}
