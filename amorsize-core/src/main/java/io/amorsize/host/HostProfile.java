package io.amorsize.host;

import java.util.List;

/**
 * What a machine and its JVM are, without measuring anything.
 *
 * <p>Holds no host name: a name identifies a machine, it does not describe it. Text that could not
 * be read is {@link #UNKNOWN}.
 *
 * @param cpuModel the processor's marketing name
 * @param physicalCores physical cores, at least 1
 * @param logicalCores logical processors of the machine, at least 1
 * @param availableProcessors processors that this JVM may use (quota and affinity included)
 * @param memoryBytes memory of the machine; 0 where unknown
 * @param maxHeapBytes the JVM's maximum heap
 * @param osName operating system family
 * @param architecture processor architecture
 * @param kernel version of the kernel
 * @param jdkVendor vendor of the JVM
 * @param jdkVersion full version of the JVM
 * @param jdkFeature feature release of the JVM, for example 17
 * @param jvmArgs arguments given to the JVM
 */
public record HostProfile(
    String cpuModel,
    int physicalCores,
    int logicalCores,
    int availableProcessors,
    long memoryBytes,
    long maxHeapBytes,
    String osName,
    String architecture,
    String kernel,
    String jdkVendor,
    String jdkVersion,
    int jdkFeature,
    List<String> jvmArgs) {

  /** Stands where a fact could not be read. */
  public static final String UNKNOWN = "unknown";

  /** Copies the arguments and checks the counts. */
  public HostProfile {
    jvmArgs = List.copyOf(jvmArgs);
    if (physicalCores < 1 || logicalCores < 1 || availableProcessors < 1) {
      throw new IllegalArgumentException(
          "core counts must be at least 1, are "
              + physicalCores
              + ", "
              + logicalCores
              + " and "
              + availableProcessors);
    }
  }

  /** The same machine seen from another JVM of the same installation. */
  public HostProfile forJvm(List<String> otherJvmArgs, long otherMaxHeapBytes) {
    return new HostProfile(
        cpuModel,
        physicalCores,
        logicalCores,
        availableProcessors,
        memoryBytes,
        otherMaxHeapBytes,
        osName,
        architecture,
        kernel,
        jdkVendor,
        jdkVersion,
        jdkFeature,
        otherJvmArgs);
  }
}
