package io.amorsize.validation;

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
 * over forked JVMs; the JMH suite measures in forks.
 */
public final class Validator {

  private final ValidatorOptions options;
  private final LongSupplier nanoClock;

  /** A validator on the system's clock. */
  public Validator(ValidatorOptions options) {
    this(options, System::nanoTime);
  }

  Validator(ValidatorOptions options, LongSupplier nanoClock) {
    this.options = options;
    this.nanoClock = nanoClock;
  }

  /**
   * Measures a recommendation; calls the function several times for every item.
   *
   * @param function the function that was planned
   * @param items the items that were planned
   * @param optimization the recommendation
   */
  public <T, R> BenchmarkResult validate(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      OptimizationResult optimization) {
    Optional<PlanCandidate> measured = SpeedupJudgement.measuredPlan(optimization);
    if (measured.isEmpty()) {
      double nanos = nanos(function, items, ExecutionPlan.serial(items.size()));
      return SpeedupJudgement.withoutAlternative(Duration.ofNanos((long) nanos));
    }
    return SpeedupJudgement.judge(optimization, measure(function, items, measured.get().plan()));
  }

  /** The rounds of the serial loop and of a plan, as forks of one iteration. */
  public <T, R> SpeedupMeasurement measure(
      Function<? super T, ? extends R> function, List<? extends T> items, ExecutionPlan plan) {
    ExecutionPlan serialPlan = ExecutionPlan.serial(items.size());
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Fork> serial = new ArrayList<>();
    List<Fork> parallel = new ArrayList<>();
    long start = nanoClock.getAsLong();
    nanos(function, items, serialPlan);
    nanos(function, items, plan);
    while (!enough(serial, parallel, start)) {
      boolean serialFirst = random.nextBoolean();
      double first = nanos(function, items, serialFirst ? serialPlan : plan);
      double second = nanos(function, items, serialFirst ? plan : serialPlan);
      serial.add(Fork.of((serialFirst ? first : second) / 1e9));
      parallel.add(Fork.of((serialFirst ? second : first) / 1e9));
    }
    return new SpeedupMeasurement(
        new Measurements(MetricUnit.SECONDS_PER_OPERATION, serial),
        new Measurements(MetricUnit.SECONDS_PER_OPERATION, parallel),
        List.of(),
        List.of());
  }

  private boolean enough(List<Fork> serial, List<Fork> parallel, long startNanos) {
    int rounds = serial.size();
    if (rounds < options.leastRounds()) {
      return false;
    }
    boolean timeOut = nanoClock.getAsLong() - startNanos >= options.timeout().toNanos();
    return timeOut || rounds >= options.mostRounds() || isNarrow(serial, parallel);
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

  private <T, R> double nanos(
      Function<? super T, ? extends R> function, List<? extends T> items, ExecutionPlan plan) {
    long start = nanoClock.getAsLong();
    ParallelMap.map(function, items, plan);
    return Math.max(1, nanoClock.getAsLong() - start);
  }
}
