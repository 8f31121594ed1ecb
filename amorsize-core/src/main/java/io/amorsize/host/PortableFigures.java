package io.amorsize.host;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the JVM and OSHI tell on every operating system; empty where they do not. */
public interface PortableFigures {

  /** Processes that ran or wanted to in the last minute, on the whole machine. */
  OptionalDouble loadAverage();

  /** Memory that could be had now, in bytes. */
  OptionalLong availableBytes();

  /** Memory of all processes that lies in the swap space, in bytes. */
  OptionalLong swapUsedBytes();

  /** CPU time of this process. */
  OptionalLong ownCpuNanos();
}
