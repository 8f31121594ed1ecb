package io.amorsize.jmh.interleaved;

import io.amorsize.verdict.Comparison;

/** Told how a session goes on. */
public interface SessionListener {

  /** Nobody listens. */
  SessionListener NONE = new SessionListener() {};

  /** So many forks will run, or fewer where rows are decided early. */
  default void expecting(int forks) {}

  /** A unit's iterations are being found. */
  default void planning(PairedUnit unit) {}

  /** A fork begins. */
  default void measuring(PairedUnit unit, int pair, SessionSide side) {}

  /** A pair of forks is finished. */
  default void measured(PairedUnit unit, int pair) {}

  /** All open rows have one pair more and were looked at. */
  default void looked(Comparison comparison) {}

  /** Something that a person should know at once. */
  default void note(String message) {}
}
