package io.amorsize.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Counts the threads of others that want the cores until it is known whether there are any.
 *
 * <p>A thread of this JVM that wakes up or falls asleep during a count may be taken for another's,
 * or hide one: where there is nobody, one count of seven sees somebody, and where somebody wants a
 * core all the time, one of ten or more sees nobody.
 */
final class OthersCounts {

  /** Somebody who is there is missed twice at first in less than one of a hundred plannings. */
  private static final int NOBODY_AT_FIRST = 2;

  private static final int NOBODY = 3;

  /** Where there is nobody, one planning of a thousand sees somebody so often and never nobody. */
  private static final int SOMEBODY_AT_FIRST = 3;

  private static final int SOMEBODY_IF_LATE = 2;

  /** Where there is nobody, four of six counts see somebody as rarely. */
  private static final int SOMEBODY = 4;

  private final List<Integer> counts = new ArrayList<>();
  private final IntSupplier others;

  /**
   * No counts yet.
   *
   * @param others counts them
   */
  OthersCounts(IntSupplier others) {
    this.others = others;
  }

  /**
   * How many of others are still there some time later. Counts made one after the other see the
   * same; a thread of the JVM or the system that runs for a moment is gone by then. One count may
   * miss somebody, so what sees fewer is made again.
   *
   * @param seen how many there were
   * @param others counts them
   */
  static int stillThere(int seen, IntSupplier others) {
    if (seen == 0) {
      return 0;
    }
    int again = others.getAsInt();
    return again < seen ? Math.min(seen, Math.max(again, others.getAsInt())) : seen;
  }

  void count() {
    counts.add(others.getAsInt());
  }

  /** Whether further counts would tell no more. */
  boolean areKnown() {
    return isNobody() || counts.size() - nobody() == SOMEBODY;
  }

  /** Whether nothing speaks against what was counted, where there is no time for more. */
  boolean areLikely() {
    return areKnown() || seeSomebody(SOMEBODY_AT_FIRST);
  }

  /** The same where planning is late: one of fifty would see somebody where there is nobody. */
  boolean agree() {
    return areKnown() || seeSomebody(SOMEBODY_IF_LATE);
  }

  private boolean seeSomebody(int times) {
    return counts.size() >= times && nobody() == 0;
  }

  private boolean isNobody() {
    int enough = counts.size() == NOBODY_AT_FIRST ? NOBODY_AT_FIRST : NOBODY;
    return nobody() >= enough;
  }

  private int nobody() {
    return Collections.frequency(counts, 0);
  }

  /**
   * How many there are, by what was counted so far, at least once: a thread of this JVM that is
   * taken for another's comes on top, so where there is somebody, the least of the counts that saw
   * any; as long as that is not known, the middle one of all counts.
   */
  int number() {
    if (isNobody()) {
      return 0;
    }
    List<Integer> sorted = new ArrayList<>(counts);
    Collections.sort(sorted);
    return sorted.get(areLikely() ? nobody() : (counts.size() - 1) / 2);
  }
}
