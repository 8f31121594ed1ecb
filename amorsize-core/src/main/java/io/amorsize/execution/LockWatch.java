package io.amorsize.execution;

import java.util.function.BooleanSupplier;

/**
 * How one thread of a run sees that the threads take turns at a monitor: whenever it has done a
 * chunk, and so holds nothing itself, the others are blocked still. Waking those that wait costs
 * time at each release, and one thread alone would be done sooner.
 *
 * <p>Threads that wait briefly spin and are not blocked; those that wait for anything but a monitor
 * are not blocked either.
 */
final class LockWatch {

  private static final long BETWEEN_LOOKS_NANOS = 40_000;

  private static final int LOOKS = 15;

  private static final int BLOCKED_LOOKS = 14;

  private final BooleanSupplier othersBlocked;
  private long lookedNanos;
  private int looks;
  private int blocked;

  /**
   * A thread that begins.
   *
   * @param nowNanos the moment
   * @param othersBlocked whether there are other threads in the run, and all wait for monitors
   */
  LockWatch(long nowNanos, BooleanSupplier othersBlocked) {
    this.lookedNanos = nowNanos;
    this.othersBlocked = othersBlocked;
  }

  /** To be asked after each chunk; true if threads were found to take turns. */
  boolean findsTurns(long nowNanos) {
    if (nowNanos - lookedNanos < BETWEEN_LOOKS_NANOS) {
      return false;
    }
    lookedNanos = nowNanos;
    looks++;
    blocked += othersBlocked.getAsBoolean() ? 1 : 0;
    if (looks < LOOKS) {
      return false;
    }
    boolean found = blocked >= BLOCKED_LOOKS;
    looks = 0;
    blocked = 0;
    return found;
  }
}
