package io.amorsize.validation;

import java.time.Duration;

/**
 * When an in-process validation has measured enough.
 *
 * @param leastRounds rounds before the interval is looked at, at least 2
 * @param mostRounds rounds after which it ends in any case
 * @param timeout time after which it ends once the least rounds are done
 * @param narrowEnough upper end over lower end of the 95 % interval of the speedup, above 1
 * @param seed seed of the order within each round
 */
public record ValidatorOptions(
    int leastRounds, int mostRounds, Duration timeout, double narrowEnough, long seed) {

  /** Checks the ranges. */
  public ValidatorOptions {
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
  }

  /** 5 to 200 rounds, at most 60 seconds, until the ends of the interval are within 5 %. */
  public static ValidatorOptions defaults() {
    return new ValidatorOptions(5, 200, Duration.ofSeconds(60), 1.05, 42);
  }

  /** The same with another time limit. */
  public ValidatorOptions withTimeout(Duration limit) {
    return new ValidatorOptions(leastRounds, mostRounds, limit, narrowEnough, seed);
  }
}
