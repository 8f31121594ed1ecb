package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings the values of all groups to the level of the main group.
 *
 * <p>A value lies off the median of the {@value #NEAREST} values of the main group that are nearest
 * in time, within the same segment; the offset of a group is the median of these, taken anew in
 * each segment that has {@value #FEWEST} of them, since what divides the groups changes with what
 * is measured.
 */
final class GroupOffsets {

  private static final int NEAREST = 9;
  private static final int FEWEST = 3;

  private final double[] values;
  private final int[] groups;
  private final int main;

  /** For each value, the number of its segment. */
  private final int[] segments;

  private GroupOffsets(double[] values, int[] groups, int[] starts) {
    this.values = values;
    this.groups = groups;
    this.main = largest(groups);
    this.segments = new int[values.length];
    for (int start : starts) {
      for (int i = start; i < values.length; i++) {
        segments[i]++;
      }
    }
  }

  /**
   * The values as if all were of the main group, which is the largest.
   *
   * @param values in the order of time
   * @param groups of each value
   * @param starts positions at which a segment starts, but the first
   */
  static double[] removed(double[] values, int[] groups, int[] starts) {
    GroupOffsets offsets = new GroupOffsets(values, groups, starts);
    double[] adjusted = values.clone();
    Arrays.stream(groups)
        .distinct()
        .filter(group -> group != offsets.main)
        .forEach(group -> offsets.remove(group, adjusted));
    return adjusted;
  }

  /** The group with most values; of equal ones, that which comes first. */
  static int largest(int[] groups) {
    int[] kinds = Arrays.stream(groups).distinct().toArray();
    int best = kinds[0];
    long most = 0;
    for (int kind : kinds) {
      long size = Arrays.stream(groups).filter(group -> group == kind).count();
      if (size > most) {
        most = size;
        best = kind;
      }
    }
    return best;
  }

  private void remove(int group, double[] adjusted) {
    int[] members = IntStream.range(0, values.length).filter(i -> groups[i] == group).toArray();
    double[] apart = new double[members.length];
    for (int m = 0; m < members.length; m++) {
      apart[m] = apart(members[m], true);
    }
    if (Arrays.stream(apart).allMatch(Double::isNaN)) {
      Arrays.setAll(apart, m -> apart(members[m], false));
    }
    double overall = median(apart);
    int last = segments[values.length - 1];
    for (int segment = 0; segment <= last; segment++) {
      int here = segment;
      double[] own =
          IntStream.range(0, members.length)
              .filter(m -> segments[members[m]] == here)
              .mapToDouble(m -> apart[m])
              .filter(difference -> !Double.isNaN(difference))
              .toArray();
      double offset = own.length >= FEWEST ? median(own) : overall;
      for (int member : members) {
        if (segments[member] == here) {
          adjusted[member] = values[member] - offset;
        }
      }
    }
  }

  private static double median(double[] differences) {
    return Medians.of(Arrays.stream(differences).filter(d -> !Double.isNaN(d)).toArray());
  }

  /** How far a value lies off the main group's near ones; NaN where there are too few. */
  private double apart(int position, boolean sameSegment) {
    List<Double> near = new ArrayList<>();
    int reach = Math.max(position, values.length - 1 - position);
    for (int distance = 1; distance <= reach && near.size() < NEAREST; distance++) {
      addIfMain(near, position, position - distance, sameSegment);
      addIfMain(near, position, position + distance, sameSegment);
    }
    boolean enough = near.size() >= (sameSegment ? FEWEST : 1);
    return enough
        ? values[position]
            - Medians.of(near.stream().limit(NEAREST).mapToDouble(Double::doubleValue).toArray())
        : Double.NaN;
  }

  private void addIfMain(List<Double> near, int position, int other, boolean sameSegment) {
    boolean there = other >= 0 && other < values.length && groups[other] == main;
    if (there && (!sameSegment || segments[other] == segments[position])) {
      near.add(values[other]);
    }
  }
}
