package io.amorsize.host;

import java.lang.management.ManagementFactory;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/** The one class that asks the JVM and the operating system what this machine is. */
public final class HostProbe {

  private HostProbe() {}

  /**
   * Reads this machine's profile once; later calls return the same one.
   *
   * <p>The first call loads native code and takes tens to hundreds of milliseconds, so nothing on
   * the path of a production {@code map} calls it.
   */
  public static HostProfile current() {
    return Holder.PROFILE;
  }

  private static final class Holder {
    static final HostProfile PROFILE = read();
  }

  private static HostProfile read() {
    Runtime runtime = Runtime.getRuntime();
    Hardware hardware = Hardware.read();
    return new HostProfile(
        hardware.cpuModel,
        hardware.physicalCores,
        hardware.logicalCores,
        runtime.availableProcessors(),
        hardware.memoryBytes,
        runtime.maxMemory(),
        System.getProperty("os.name", HostProfile.UNKNOWN),
        System.getProperty("os.arch", HostProfile.UNKNOWN),
        System.getProperty("os.version", HostProfile.UNKNOWN),
        System.getProperty("java.vm.vendor", HostProfile.UNKNOWN),
        Runtime.version().toString(),
        Runtime.version().feature(),
        ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  private record Hardware(String cpuModel, int physicalCores, int logicalCores, long memoryBytes) {

    static Hardware read() {
      try {
        SystemInfo system = new SystemInfo();
        CentralProcessor processor = system.getHardware().getProcessor();
        String model = processor.getProcessorIdentifier().getName().strip();
        return new Hardware(
            model.isEmpty() ? HostProfile.UNKNOWN : model,
            Math.max(1, processor.getPhysicalProcessorCount()),
            Math.max(1, processor.getLogicalProcessorCount()),
            system.getHardware().getMemory().getTotal());
      } catch (LinkageError | RuntimeException e) {
        // A platform that OSHI or JNA does not know still gets what Java itself knows.
        int cores = Runtime.getRuntime().availableProcessors();
        return new Hardware(HostProfile.UNKNOWN, cores, cores, 0);
      }
    }
  }
}
