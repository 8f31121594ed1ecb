package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * Memory that this process may still have; empty where the system does not tell.
 *
 * @param limitBytes the most that it can ever have: the machine's memory or, if less, the limit of
 *     its control group
 * @param availableBytes what it could take now without pushing others out, within that limit
 * @param swapUsedBytes memory of all processes that lies in the swap space
 */
public record MemoryFacts(
    OptionalLong limitBytes, OptionalLong availableBytes, OptionalLong swapUsedBytes) {

  /** Checks that nothing is missing or negative. */
  public MemoryFacts {
    requireNonNull(limitBytes, "limitBytes is null");
    requireNonNull(availableBytes, "availableBytes is null");
    requireNonNull(swapUsedBytes, "swapUsedBytes is null");
    if (limitBytes.orElse(0) < 0 || availableBytes.orElse(0) < 0 || swapUsedBytes.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "bytes must not be negative, are "
              + limitBytes
              + ", "
              + availableBytes
              + " and "
              + swapUsedBytes);
    }
  }
}
