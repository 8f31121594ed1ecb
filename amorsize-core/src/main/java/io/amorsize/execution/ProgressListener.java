package io.amorsize.execution;

/**
 * Is told how far a map is.
 *
 * <p>It is called on the thread that called {@code map}, between items, at most ten times a second,
 * with counts that never fall, and once more at the end with the full count. A map that fails is
 * not followed by a last call.
 *
 * <p>If it throws, the map is cancelled, and what it threw comes out of {@code map} as it is.
 */
@FunctionalInterface
public interface ProgressListener {

  /** The total while the source has not ended and does not know its size. */
  long UNKNOWN = -1;

  /**
   * Some items are done.
   *
   * @param done items that are done
   * @param total items in all, or {@link #UNKNOWN}; in the last call equal to {@code done}
   */
  void progressed(long done, long total);
}
