package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the operating system lets this process have of the CPUs; empty where it does not tell.
 *
 * @param online CPUs of the machine that are switched on
 * @param allowed CPUs that the process may run on, by its affinity
 * @param allowedCores physical cores behind the allowed CPUs
 * @param quotaCores CPU time granted for each unit of time; infinite where there is no quota
 * @param loadAverage processes that ran or wanted to in the last minute, on the whole machine
 * @param scaling how the clock of the allowed CPUs is set
 */
public record CpuFacts(
    OptionalInt online,
    OptionalInt allowed,
    OptionalInt allowedCores,
    OptionalDouble quotaCores,
    OptionalDouble loadAverage,
    CpuScaling scaling) {

  /** Checks that nothing is missing. */
  public CpuFacts {
    requireNonNull(online, "online is null");
    requireNonNull(allowed, "allowed is null");
    requireNonNull(allowedCores, "allowedCores is null");
    requireNonNull(quotaCores, "quotaCores is null");
    requireNonNull(loadAverage, "loadAverage is null");
    requireNonNull(scaling, "scaling is null");
    if (online.orElse(1) < 1 || allowed.orElse(1) < 1 || allowedCores.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "counts of CPUs must be at least 1, are "
              + online
              + ", "
              + allowed
              + " and "
              + allowedCores);
    }
    if (!(quotaCores.orElse(1) > 0) || !(loadAverage.orElse(0) >= 0)) {
      throw new IllegalArgumentException(
          "need quotaCores > 0 and loadAverage >= 0, are " + quotaCores + " and " + loadAverage);
    }
  }
}
