package io.amorsize.execution;

import io.amorsize.execution.RunThreads.Blocked;
import java.util.function.Supplier;

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

  private static final int LOOKS = 15;

  private static final int MOST_LOOKS = 14;

  private final Supplier<Blocked> others;
  private long lookedNanos;
  private long takenByOthers;
  private int looks;
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
   * @param others tells which of the other threads in the run wait for monitors
   */
  LockWatch(long nowNanos, Supplier<Blocked> others) {
    this.lookedNanos = nowNanos;
    this.others = others;
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
    looks++;
    Blocked now = others.get();
    blocked += now == Blocked.ALL ? 1 : 0;
    alone += now != Blocked.NONE && taken == takenByOthers ? 1 : 0;
    takenByOthers = taken;
    if (looks < LOOKS) {
      return Turns.NONE;
    }
    Turns taking = blocked >= MOST_LOOKS ? Turns.TAKEN : Turns.NONE;
    Turns found = alone >= MOST_LOOKS ? Turns.ALL_MINE : taking;
    looks = 0;
    blocked = 0;
    alone = 0;
    return found;
  }
}
