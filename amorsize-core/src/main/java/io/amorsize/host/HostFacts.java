package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a host gives to this JVM, and how the JVM was started, at one moment.
 *
 * @param profile the machine and the JVM
 * @param vmInfo how the JVM runs code, in its own words, for example {@code mixed mode, sharing}
 * @param cpu what it may have of the CPUs
 * @param memory what it may have of the memory
 */
public record HostFacts(HostProfile profile, String vmInfo, CpuFacts cpu, MemoryFacts memory) {

  /** Checks that nothing is missing. */
  public HostFacts {
    requireNonNull(profile, "profile is null");
    requireNonNull(vmInfo, "vmInfo is null");
    requireNonNull(cpu, "cpu is null");
    requireNonNull(memory, "memory is null");
  }

  /** The same host for another JVM of the same installation. */
  public HostFacts forJvm(List<String> jvmArgs, long maxHeapBytes) {
    return new HostFacts(profile.forJvm(jvmArgs, maxHeapBytes), vmInfo, cpu, memory);
  }
}
