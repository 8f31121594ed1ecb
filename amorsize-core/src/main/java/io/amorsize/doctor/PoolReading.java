package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the executor does and costs.
 *
 * @param fault what it did wrong, in a clause; empty where all was right
 * @param startNanos from a first call to the start of a helping thread that had to be made; empty
 *     where none came
 * @param wakeNanos from a call to the start of a helping thread that waited; empty where none came
 * @param chunkNanos what one more chunk costs
 */
record PoolReading(
    Optional<String> fault,
    OptionalDouble startNanos,
    OptionalDouble wakeNanos,
    double chunkNanos) {

  PoolReading {
    requireNonNull(fault, "fault is null");
    requireNonNull(startNanos, "startNanos is null");
    requireNonNull(wakeNanos, "wakeNanos is null");
    if (!(startNanos.orElse(0) >= 0) || !(wakeNanos.orElse(0) >= 0) || !(chunkNanos >= 0)) {
      throw new IllegalArgumentException(
          "times must not be negative, are "
              + startNanos
              + ", "
              + wakeNanos
              + " and "
              + chunkNanos);
    }
  }
}
