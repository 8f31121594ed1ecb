package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How the clock of the CPUs is set.
 *
 * @param governors the governors in use, each once; none where the system does not tell
 * @param driver the driver that they steer, for example {@code intel_pstate}
 * @param turbo whether cores may run above their base frequency while others rest
 */
public record CpuScaling(List<String> governors, Optional<String> driver, Optional<Boolean> turbo) {

  /** Copies the list. */
  public CpuScaling {
    governors = List.copyOf(governors);
    requireNonNull(driver, "driver is null");
    requireNonNull(turbo, "turbo is null");
  }
}
