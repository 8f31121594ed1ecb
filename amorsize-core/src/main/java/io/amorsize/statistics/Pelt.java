package io.amorsize.statistics;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The segmentation of a series with the least cost, where each segment costs a penalty more: PELT,
 * optimal partitioning that drops starts which can never win again (Killick, Fearnhead and Eckley,
 * JASA 107, 2012).
 *
 * <p>A start that is outrun at some end can still win at the next one, since a segment that starts
 * at that end is then too short; it is dropped one step later.
 */
final class Pelt {

  /** A variance needs two values. */
  static final int SHORTEST_SEGMENT = 2;

  private Pelt() {}

  /**
   * Ends of the best segments, the last one being the length of the series.
   *
   * @param cost of a series of at least {@value #SHORTEST_SEGMENT} values
   * @param penalty what a further segment must gain, positive
   */
  static int[] segmentEnds(SegmentCost cost, double penalty) {
    int length = cost.length();
    double[] best = new double[length + 1];
    int[] previous = new int[length + 1];
    int[] starts = new int[length + 1];
    double[] costs = new double[length + 1];
    best[0] = -penalty;
    int[] outrunAt = new int[length + 1];
    int alive = 1;
    for (int end = SHORTEST_SEGMENT; end <= length; end++) {
      if (end >= 2 * SHORTEST_SEGMENT) {
        starts[alive++] = end - SHORTEST_SEGMENT;
      }
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < alive; i++) {
        costs[i] = best[starts[i]] + cost.of(starts[i], end);
        if (costs[i] < least) {
          least = costs[i];
          previous[end] = starts[i];
        }
      }
      best[end] = least + penalty;
      int kept = 0;
      for (int i = 0; i < alive; i++) {
        int start = starts[i];
        if (outrunAt[start] == 0) {
          outrunAt[start] = costs[i] > best[end] ? end : 0;
          starts[kept++] = start;
        }
      }
      alive = kept;
    }
    return walkBack(previous);
  }

  /** The ends, from the position before each of them. */
  static int[] walkBack(int[] previous) {
    Deque<Integer> ends = new ArrayDeque<>();
    for (int end = previous.length - 1; end > 0; end = previous[end]) {
      ends.addFirst(end);
    }
    return ends.stream().mapToInt(Integer::intValue).toArray();
  }
}
