package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the system has counted since it started; empty where it does not tell.
 *
 * @param cpu where the time of the CPUs went
 * @param throttledPeriods how often the process was stopped for having used up its quota
 * @param swappedPages pages moved to and from the swap space
 * @param ownCpuNanos CPU time of this process
 */
public record HostCounters(
    Optional<CpuTicks> cpu,
    OptionalLong throttledPeriods,
    OptionalLong swappedPages,
    OptionalLong ownCpuNanos) {

  /** Checks that nothing is missing. */
  public HostCounters {
    requireNonNull(cpu, "cpu is null");
    requireNonNull(throttledPeriods, "throttledPeriods is null");
    requireNonNull(swappedPages, "swappedPages is null");
    requireNonNull(ownCpuNanos, "ownCpuNanos is null");
  }

  /**
   * The time of all CPUs together, in ticks of the system.
   *
   * @param cpus how many CPUs were counted, at least 1
   * @param busy ticks in which they ran something
   * @param stolen ticks in which something was to run, but the hypervisor ran another machine
   * @param all ticks in all, idle ones included
   */
  public record CpuTicks(int cpus, long busy, long stolen, long all) {

    private static final int FIELDS = 8;

    /** Checks the count. */
    public CpuTicks {
      if (cpus < 1) {
        throw new IllegalArgumentException("cpus must be at least 1, is " + cpus);
      }
    }

    /**
     * Reads {@code /proc/stat}: user, nice, system, idle, iowait, irq, softirq, steal; what follows
     * (guests) is part of user and nice.
     */
    static Optional<CpuTicks> of(List<String> procStat) {
      int cpus = (int) procStat.stream().filter(line -> line.matches("cpu\\d+ .*")).count();
      return procStat.stream()
          .filter(line -> line.startsWith("cpu "))
          .map(line -> line.strip().split("\\s+"))
          .filter(words -> words.length > FIELDS && cpus > 0)
          .findFirst()
          .map(words -> of(cpus, words));
    }

    private static CpuTicks of(int cpus, String[] words) {
      long[] ticks = new long[FIELDS];
      long all = 0;
      for (int i = 0; i < FIELDS; i++) {
        ticks[i] = SystemFiles.wholeNumber(words[i + 1]).orElse(0);
        all += ticks[i];
      }
      long stolen = ticks[7];
      return new CpuTicks(cpus, all - ticks[3] - ticks[4] - stolen, stolen, all);
    }
  }
}
