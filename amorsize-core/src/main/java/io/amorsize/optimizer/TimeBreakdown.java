package io.amorsize.optimizer;

/**
 * Where the predicted time of a pass goes, in nanoseconds.
 *
 * @param serialNanos time of a serial loop
 * @param dispatchNanos waking the threads and gathering them
 * @param shareNanos each thread's even share of the items, as fast as alone
 * @param contentionNanos what threads cost each other, and cores that others use
 * @param tailNanos waiting for the last item
 * @param claimNanos taking chunks
 */
public record TimeBreakdown(
    double serialNanos,
    double dispatchNanos,
    double shareNanos,
    double contentionNanos,
    double tailNanos,
    double claimNanos) {

  /** Time of the whole pass. */
  public double totalNanos() {
    return dispatchNanos + shareNanos + contentionNanos + tailNanos + claimNanos;
  }
}
