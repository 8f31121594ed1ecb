package io.amorsize.execution;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A range of positions that threads share out among themselves. A chunk is half of an even share of
 * what is left, and never more than a given size: {@code ceil(left / (2 threads))}. So the last
 * chunks are single items, and no thread is left with a large one when the others have ended.
 *
 * <p>Guided self-scheduling (Polychronopoulos and Kuck, IEEE Transactions on Computers C-36, 1987)
 * takes {@code ceil(left / threads)}; with unequal items its first chunks can hold more than an
 * even share of the work. Halving that is what factoring does (Hummel, Schonberg and Flynn,
 * Communications of the ACM 35(8), 1992).
 */
final class TaperedChunks {

  /** No chunk, since every chunk has an end after 0. */
  static final long NONE = 0;

  /**
   * Where the cursor stands in its array: the elements around it fill two cache lines on either
   * side, so that writing it takes nothing else out of another thread's cache.
   */
  private static final int CURSOR = 32;

  private final int end;
  private final int most;
  private final long divisor;
  private final AtomicIntegerArray cursor;

  /**
   * Chunks of the positions {@code from} to {@code to - 1}.
   *
   * @param threads threads that share the range
   * @param most positions in the largest chunk, at least 1
   */
  TaperedChunks(int from, int to, int threads, int most) {
    this.end = to;
    this.most = most;
    this.divisor = 2L * threads;
    this.cursor = new AtomicIntegerArray(2 * CURSOR + 1);
    cursor.set(CURSOR, from);
  }

  /**
   * Takes the next chunk with one compare-and-set where nobody else takes one at the same moment.
   *
   * @return its first position in the upper and one past its last in the lower 32 bits, so that
   *     taking allocates nothing; {@link #NONE} if nothing is left
   */
  long take() {
    while (true) {
      int from = cursor.get(CURSOR);
      if (from >= end) {
        return NONE;
      }
      int to = from + size(end - from);
      if (cursor.compareAndSet(CURSOR, from, to)) {
        return (long) from << Integer.SIZE | to;
      }
    }
  }

  private int size(int left) {
    return (int) Math.min(most, (left + divisor - 1) / divisor);
  }

  /** First position of a chunk. */
  static int from(long chunk) {
    return (int) (chunk >>> Integer.SIZE);
  }

  /** One past the last position of a chunk. */
  static int to(long chunk) {
    return (int) chunk;
  }

  /** Positions that nobody has taken yet. */
  int left() {
    return Math.max(0, end - cursor.get(CURSOR));
  }
}
