package io.amorsize.workload;

/** What a function spends its time on. */
public enum WorkloadType {
  /** Computing. */
  CPU_BOUND("cpu_bound"),
  /** Waiting, for example for a disk, a socket or a timer. */
  IO_BOUND("io_bound"),
  /** Both. */
  MIXED("mixed");

  /** From this share of CPU time in wall time on, a function computes. */
  private static final double CPU_BOUND_FROM = 0.7;

  /** Below this share of CPU time in wall time, a function waits. */
  private static final double IO_BOUND_BELOW = 0.3;

  private final String label;

  WorkloadType(String label) {
    this.label = label;
  }

  /** The word used in files: {@code cpu_bound}, {@code io_bound} or {@code mixed}. */
  public String label() {
    return label;
  }

  /**
   * The type of a function by its share of CPU time in wall time.
   *
   * @param cpuShare CPU time divided by wall time, 0 to 1
   */
  public static WorkloadType ofCpuShare(double cpuShare) {
    if (cpuShare >= CPU_BOUND_FROM) {
      return CPU_BOUND;
    }
    return cpuShare < IO_BOUND_BELOW ? IO_BOUND : MIXED;
  }
}
