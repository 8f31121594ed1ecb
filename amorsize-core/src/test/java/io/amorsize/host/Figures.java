package io.amorsize.host;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Portable figures that a test gives.
 *
 * @param loadAverage processes that wanted to run
 * @param availableBytes memory to be had
 * @param swapUsedBytes memory in the swap space
 * @param ownCpuNanos CPU time of the process
 */
record Figures(
    OptionalDouble loadAverage,
    OptionalLong availableBytes,
    OptionalLong swapUsedBytes,
    OptionalLong ownCpuNanos)
    implements PortableFigures {

  static final Figures NONE =
      new Figures(
          OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
