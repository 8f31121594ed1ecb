package io.amorsize.host;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

/** The figures of this system. */
final class ThisSystem implements PortableFigures {

  @Override
  public OptionalDouble loadAverage() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load >= 0 ? OptionalDouble.of(load) : OptionalDouble.empty();
  }

  @Override
  public OptionalLong availableBytes() {
    return memory(GlobalMemory::getAvailable);
  }

  @Override
  public OptionalLong swapUsedBytes() {
    return memory(memory -> memory.getVirtualMemory().getSwapUsed());
  }

  @Override
  public OptionalLong ownCpuNanos() {
    Optional<Duration> used = ProcessHandle.current().info().totalCpuDuration();
    return used.isPresent() ? OptionalLong.of(used.get().toNanos()) : OptionalLong.empty();
  }

  private static OptionalLong memory(ToLongFunction<GlobalMemory> question) {
    try {
      long bytes = question.applyAsLong(new SystemInfo().getHardware().getMemory());
      return bytes >= 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
    } catch (LinkageError | RuntimeException e) {
      // A platform that OSHI or JNA does not know.
      return OptionalLong.empty();
    }
  }
}
