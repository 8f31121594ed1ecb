package io.amorsize.execution;

import java.util.function.BooleanSupplier;

/**
 * How one thread of a run sees that the threads take turns at a monitor: whenever it has done a
 * chunk, and so holds nothing itself, the others are blocked still, or some are and none has taken
 * a chunk. Waking those that wait costs time at each release, and one thread alone would be done
 * sooner.
 *
 * <p>Threads that wait briefly spin and are not blocked; those that wait for anything but a monitor
 * are not blocked either.
 */
final class LockWatch {

  private static final long BETWEEN_LOOKS_NANOS = 40_000;

  /**
   * So many looks in a row that see it tell. Until then each release of the monitor wakes somebody,
   * which costs a thread 0.03 ms.
   */
  private static final int LOOKS = 10;

  private final BooleanSupplier othersBlocked;
  private final BooleanSupplier anotherBlocked;
  private long lookedNanos;
  private long takenByOthers;
  private int blocked;
  private int alone;

  /** What was seen. */
  enum Turns {
    /** Nothing, or not yet. */
    NONE,
    /** Others are always blocked; some of them may yet do something meanwhile. */
    TAKEN,
    /** Others wait, and none of them does anything. */
    ALL_MINE
  }

  /**
   * A thread that begins.
   *
   * @param nowNanos the moment
   * @param taken what other threads have taken, as in {@link #look}
   * @param othersBlocked whether there are other threads in the run, and all wait for monitors
   * @param anotherBlocked whether one of them does
   */
  LockWatch(
      long nowNanos, long taken, BooleanSupplier othersBlocked, BooleanSupplier anotherBlocked) {
    this.lookedNanos = nowNanos;
    this.takenByOthers = taken;
    this.othersBlocked = othersBlocked;
    this.anotherBlocked = anotherBlocked;
  }

  /**
   * To be asked after each chunk.
   *
   * @param taken grows with what other threads have taken
   */
  Turns look(long nowNanos, long taken) {
    if (nowNanos - lookedNanos < BETWEEN_LOOKS_NANOS) {
      return Turns.NONE;
    }
    lookedNanos = nowNanos;
    blocked = othersBlocked.getAsBoolean() ? blocked + 1 : 0;
    // In this order, since to look at many threads takes longer than to compare what they took.
    alone = taken == takenByOthers && anotherBlocked.getAsBoolean() ? alone + 1 : 0;
    takenByOthers = taken;
    if (Math.max(blocked, alone) < LOOKS) {
      return Turns.NONE;
    }
    Turns found = alone == LOOKS ? Turns.ALL_MINE : Turns.TAKEN;
    blocked = 0;
    alone = 0;
    return found;
  }
}
