package io.amorsize.optimizer;

import io.amorsize.workload.WorkloadType;

/**
 * What sampling saw of a function.
 *
 * @param items items run while sampling, repetitions included
 * @param itemNanos time of one item once timings had settled
 * @param itemSdNanos standard deviation of the time from item to item
 * @param cpuShare CPU time in wall time, 0 to 1; 1 where the JVM does not tell
 * @param bytesPerItem bytes allocated for one item; 0 where the JVM does not tell
 * @param settled whether timings had stopped falling when the budget ended
 * @param others other threads of the machine that wanted to run all the while, at least 0
 * @param firstNanos time of the very first call, which may load classes
 */
public record SampleProfile(
    int items,
    double itemNanos,
    double itemSdNanos,
    double cpuShare,
    double bytesPerItem,
    boolean settled,
    int others,
    double firstNanos) {

  /** Checks the ranges. */
  public SampleProfile {
    if (items < 1) {
      throw new IllegalArgumentException("items must be at least 1, is " + items);
    }
    if (!(itemNanos > 0) || Double.isInfinite(itemNanos)) {
      throw new IllegalArgumentException("itemNanos must be positive, is " + itemNanos);
    }
    if (!(itemSdNanos >= 0)) {
      throw new IllegalArgumentException("itemSdNanos must not be negative, is " + itemSdNanos);
    }
    if (!(cpuShare >= 0 && cpuShare <= 1)) {
      throw new IllegalArgumentException("cpuShare must be in [0, 1], is " + cpuShare);
    }
    if (!(bytesPerItem >= 0)) {
      throw new IllegalArgumentException("bytesPerItem must not be negative, is " + bytesPerItem);
    }
    if (others < 0) {
      throw new IllegalArgumentException("others must not be negative, is " + others);
    }
    if (!(firstNanos > 0)) {
      throw new IllegalArgumentException("firstNanos must be positive, is " + firstNanos);
    }
  }

  /** The same of a function that was seen to compute for another share of another time. */
  SampleProfile computing(double share, double nanos) {
    double sd = itemSdNanos * nanos / itemNanos;
    return new SampleProfile(items, nanos, sd, share, bytesPerItem, settled, others, firstNanos);
  }

  /** The same beside another number of others. */
  SampleProfile beside(int number) {
    return new SampleProfile(
        items, itemNanos, itemSdNanos, cpuShare, bytesPerItem, settled, number, firstNanos);
  }

  /** Computing, waiting or both. */
  public WorkloadType type() {
    return WorkloadType.ofCpuShare(cpuShare);
  }

  /** Standard deviation of an item's time over its mean. */
  public double coefficientOfVariation() {
    return itemSdNanos / itemNanos;
  }
}
