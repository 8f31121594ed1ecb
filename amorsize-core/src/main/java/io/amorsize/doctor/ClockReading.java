package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What the clocks of a JVM can tell apart.
 *
 * @param stepNanos the smallest step that {@code System.nanoTime} was seen to make
 * @param callNanos the time that a call of it takes
 * @param cpuStepNanos the smallest step that the CPU time of a thread was seen to make; empty where
 *     the JVM has no such clock
 */
record ClockReading(double stepNanos, double callNanos, OptionalDouble cpuStepNanos) {

  ClockReading {
    requireNonNull(cpuStepNanos, "cpuStepNanos is null");
    if (!(stepNanos >= 0) || !(callNanos >= 0) || !(cpuStepNanos.orElse(0) >= 0)) {
      throw new IllegalArgumentException(
          "times must not be negative, are "
              + stepNanos
              + ", "
              + callNanos
              + " and "
              + cpuStepNanos);
    }
  }
}
