package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nights of a suite that were measured on machines of one type, told from how all rows move
 * together.
 *
 * <p>Two nights lie apart by the median over their common rows of the absolute difference of log
 * cost, each row's in its own standard deviations (but 2.5 % at least, so that a quiet suite does
 * not fall apart). A change of the code moves a few rows, another machine most of them. Night by
 * night, each joins the type whose latest {@value #MEMBERS} members lie nearest (by the median), if
 * that is near enough, and else starts a type: types follow the code as it changes. Types that then
 * lie near enough are merged. This is the leader algorithm (Hartigan, "Clustering algorithms",
 * 1975).
 */
public final class SuiteGroups {

  /** With fewer rows, a change of some of them looks like another machine. */
  public static final int FEWEST_ROWS = 8;

  private static final int MOST_ROWS = 100;
  private static final int MEMBERS = 15;
  private static final int BEFORE = 20;
  private static final double LEAST_SCALE = 0.025;
  private static final double NORMAL_MEDIAN = 0.6745;

  /**
   * Nights of one type lie 0.95 standard deviations apart where rows are independent and normal,
   * the more exactly the more rows there are.
   */
  private static final double NEAR = 2;

  private static final double NEAR_FOR_ONE_ROW = 4;

  private final double[][] nights;
  private final double near;

  private SuiteGroups(double[][] rows, int nightCount) {
    double[] scales = new double[rows.length];
    this.nights = new double[nightCount][rows.length];
    fill(rows, scales, true);
    int[] nearest = nearestBefore();
    for (int row = 0; row < rows.length; row++) {
      scales[row] = Math.max(LEAST_SCALE, scale(rows[row], nearest));
    }
    fill(rows, scales, false);
    this.near = NEAR + NEAR_FOR_ONE_ROW / rows.length;
  }

  /**
   * The type of each night, numbered from 0 in the order in which they first come.
   *
   * @param rows for each row its log cost of each night; NaN where a night lacks the row
   * @return all 0 where there are fewer than {@value #FEWEST_ROWS} rows
   */
  public static int[] of(double[][] rows) {
    int count = rows.length == 0 ? 0 : rows[0].length;
    if (rows.length < FEWEST_ROWS || count == 0) {
      return new int[count];
    }
    return new SuiteGroups(thinned(rows), count).groups();
  }

  /** A median needs no more than some rows, spread over all. */
  private static double[][] thinned(double[][] rows) {
    int used = Math.min(rows.length, MOST_ROWS);
    double[][] thinned = new double[used][];
    Arrays.setAll(thinned, i -> rows[(int) ((long) i * rows.length / used)]);
    return thinned;
  }

  private void fill(double[][] rows, double[] scales, boolean plain) {
    for (int night = 0; night < nights.length; night++) {
      for (int row = 0; row < rows.length; row++) {
        nights[night][row] = rows[row][night] / (plain ? 1 : scales[row]);
      }
    }
  }

  private int[] nearestBefore() {
    int[] nearest = new int[nights.length];
    for (int night = 1; night < nights.length; night++) {
      int here = night;
      nearest[night] =
          IntStream.range(Math.max(0, night - BEFORE), night)
              .boxed()
              .min(Comparator.comparingDouble(other -> distance(here, other)))
              .orElseThrow();
    }
    return nearest;
  }

  private static double scale(double[] row, int[] nearest) {
    double[] apart =
        IntStream.range(1, row.length)
            .mapToDouble(night -> Math.abs(row[night] - row[nearest[night]]))
            .filter(difference -> !Double.isNaN(difference))
            .toArray();
    return apart.length == 0 ? 0 : Medians.of(apart) / NORMAL_MEDIAN / Math.sqrt(2);
  }

  /** Infinite where the nights have no row in common. */
  private double distance(int one, int other) {
    double[] apart = new double[nights[one].length];
    int count = 0;
    for (int row = 0; row < apart.length; row++) {
      double difference = Math.abs(nights[one][row] - nights[other][row]);
      if (!Double.isNaN(difference)) {
        apart[count++] = difference;
      }
    }
    return count == 0 ? Double.POSITIVE_INFINITY : Medians.of(apart, 0, count);
  }

  private int[] groups() {
    List<List<Integer>> types = new ArrayList<>();
    for (int night = 0; night < nights.length; night++) {
      List<Integer> nearest = null;
      double least = near;
      for (List<Integer> type : types) {
        double distance =
            distance(night, type.subList(Math.max(0, type.size() - MEMBERS), type.size()));
        if (distance <= least) {
          least = distance;
          nearest = type;
        }
      }
      if (nearest == null) {
        nearest = new ArrayList<>();
        types.add(nearest);
      }
      nearest.add(night);
    }
    merge(types);
    return numbered(types);
  }

  private double distance(int night, List<Integer> members) {
    return Medians.of(members.stream().mapToDouble(other -> distance(night, other)).toArray());
  }

  private void merge(List<List<Integer>> types) {
    List<List<Double>> distances = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      distances.add(distances(types, i));
    }
    for (int[] pair = nearest(distances); pair.length > 0; pair = nearest(distances)) {
      int into = pair[0];
      int from = pair[1];
      types.get(into).addAll(types.remove(from));
      types.get(into).sort(Comparator.naturalOrder());
      distances.remove(from);
      distances.forEach(row -> row.remove(from));
      List<Double> renewed = distances(types, into);
      distances.set(into, renewed);
      for (int i = 0; i < renewed.size(); i++) {
        distances.get(i).set(into, renewed.get(i));
      }
    }
  }

  private List<Double> distances(List<List<Integer>> types, int of) {
    List<Double> distances = new ArrayList<>();
    for (List<Integer> other : types) {
      distances.add(other == types.get(of) ? Double.NaN : distance(types.get(of), other));
    }
    return distances;
  }

  /** The two types that lie nearest to each other; none where no two are near enough. */
  private int[] nearest(List<List<Double>> distances) {
    double least = near;
    int[] pair = {};
    for (int i = 0; i < distances.size(); i++) {
      for (int j = i + 1; j < distances.size(); j++) {
        if (distances.get(i).get(j) <= least) {
          least = distances.get(i).get(j);
          pair = new int[] {i, j};
        }
      }
    }
    return pair;
  }

  /** The smaller type's members, each held against those of the other that are nearest in time. */
  private double distance(List<Integer> one, List<Integer> other) {
    List<Integer> smaller = one.size() < other.size() ? one : other;
    List<Integer> larger = smaller == one ? other : one;
    return Medians.of(
        smaller.stream()
            .mapToDouble(
                night ->
                    distance(
                        night,
                        larger.stream()
                            .sorted(Comparator.comparingInt(member -> Math.abs(member - night)))
                            .limit(MEMBERS)
                            .toList()))
            .toArray());
  }

  private int[] numbered(List<List<Integer>> types) {
    types.sort(Comparator.comparing(type -> type.get(0)));
    int[] groups = new int[nights.length];
    for (int type = 0; type < types.size(); type++) {
      for (int night : types.get(type)) {
        groups[night] = type;
      }
    }
    return groups;
  }
}
