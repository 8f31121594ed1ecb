package io.amorsize.jmh.speed;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Something that is timed in turn with others.
 *
 * @param what what it is; each racer of a race is another
 * @param pass runs it once and says how many seconds that took, above 0
 */
record Racer(Timed what, DoubleSupplier pass) {

  /** Something to do, which tells how much it did, so that no compiler leaves it out. */
  @FunctionalInterface
  interface Work {
    long run();
  }

  /**
   * Work in this JVM.
   *
   * @param nanoTime a clock that counts nanoseconds
   * @param repetitions times that the work is done in one pass, at least 1
   */
  static Racer of(Timed what, LongSupplier nanoTime, int repetitions, Work work) {
    return new Racer(what, () -> seconds(what, nanoTime, repetitions, work));
  }

  private static double seconds(Timed what, LongSupplier nanoTime, int repetitions, Work work) {
    long done = 0;
    long start = nanoTime.getAsLong();
    for (int i = 0; i < repetitions; i++) {
      done += work.run();
    }
    long nanos = nanoTime.getAsLong() - start;
    if (done == 0) {
      throw new IllegalStateException(what.label() + ": nothing was done");
    }
    return Math.max(1, nanos) / 1e9 / repetitions;
  }
}
