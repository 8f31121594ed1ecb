package io.amorsize.validation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When an in-process validation has measured enough.
 *
 * @param leastRounds rounds before the interval is looked at, at least 2
 * @param mostRounds rounds after which it ends in any case
 * @param timeout time after which it ends with the round that is running. Where a round of all
 *     items would not leave time for the least rounds, rounds take fewer items, spread over the
 *     list; two items and one round are measured in any case
 * @param narrowEnough upper end over lower end of the 95 % interval of the speedup, above 1
 * @param maxItems most items of a round, spread over the list, at least 2
 * @param seed seed of the order within each round
 */
public record ValidatorOptions(
    int leastRounds,
    int mostRounds,
    Duration timeout,
    double narrowEnough,
    int maxItems,
    long seed) {

  /** With one item nothing can run in parallel. */
  static final int FEWEST_ITEMS = 2;

  /** Items of {@link #quick()}. */
  public static final int QUICK_ITEMS = 100;

  /** Checks the ranges. */
  public ValidatorOptions {
    requireNonNull(timeout, "timeout is null");
    if (leastRounds < 2 || mostRounds < leastRounds) {
      throw new IllegalArgumentException(
          "need 2 <= leastRounds <= mostRounds, are " + leastRounds + " and " + mostRounds);
    }
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must not be negative, is " + timeout);
    }
    if (!(narrowEnough > 1)) {
      throw new IllegalArgumentException("narrowEnough must be above 1, is " + narrowEnough);
    }
    if (maxItems < FEWEST_ITEMS) {
      throw new IllegalArgumentException(
          "maxItems must be at least " + FEWEST_ITEMS + ", is " + maxItems);
    }
  }

  /** 5 to 200 rounds of all items, at most 60 seconds, until the interval's ends are within 5 %. */
  public static ValidatorOptions defaults() {
    return new ValidatorOptions(5, 200, Duration.ofSeconds(60), 1.05, Integer.MAX_VALUE, 42);
  }

  /** The same with at most {@value #QUICK_ITEMS} items and 10 seconds. */
  public static ValidatorOptions quick() {
    return defaults().withTimeout(Duration.ofSeconds(10)).withMaxItems(QUICK_ITEMS);
  }

  /** The same with another time limit. */
  public ValidatorOptions withTimeout(Duration limit) {
    return new ValidatorOptions(leastRounds, mostRounds, limit, narrowEnough, maxItems, seed);
  }

  /** The same with another limit on the items of a round. */
  public ValidatorOptions withMaxItems(int items) {
    return new ValidatorOptions(leastRounds, mostRounds, timeout, narrowEnough, items, seed);
  }
}
