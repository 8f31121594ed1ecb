package io.amorsize.validation;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Times passes of a function, from the start of a validation on. */
final class RoundClock<T, R> {

  private final Function<? super T, ? extends R> function;
  private final PassRunner runner;
  private final LongSupplier nanoClock;
  private final long startNanos;

  RoundClock(Function<? super T, ? extends R> function, PassRunner runner, LongSupplier nanoClock) {
    this.function = function;
    this.runner = runner;
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
  }

  /** Time of a serial loop over a sample. */
  double serialNanos(ItemSample<T> sample) {
    return nanos(sample, ExecutionPlan.serial(sample.items().size()));
  }

  /**
   * Time of a pass over a sample.
   *
   * @throws ItemFailedException with the item's place in the whole list, if the function throws
   */
  double nanos(ItemSample<T> sample, ExecutionPlan plan) {
    long start = nanoClock.getAsLong();
    try {
      runner.run(function, sample.items(), plan);
    } catch (ItemFailedException e) {
      throw new ItemFailedException(sample.place(e.itemIndex()), e.getCause());
    }
    return Math.max(1, nanoClock.getAsLong() - start);
  }

  /** Time since the start. */
  double elapsedNanos() {
    return (double) nanoClock.getAsLong() - startNanos;
  }

  boolean isAfter(Duration limit) {
    return elapsedNanos() >= limit.toNanos();
  }
}
