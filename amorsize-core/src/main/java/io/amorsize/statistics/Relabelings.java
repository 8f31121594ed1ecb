package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Ways to deal the forks of both sides out anew. Only the most balanced ones: each new side holds
 * the same share of both old ones, as nearly as the counts allow, so that a real change nearly
 * cancels and one changed row does not raise the bar for all others.
 *
 * <p>Where there are more than {@value #MOST}, a fixed sample is taken.
 */
final class Relabelings {

  static final int MOST = 200;

  private static final Map<Long, List<Relabeling>> KNOWN = new ConcurrentHashMap<>();

  private Relabelings() {}

  /**
   * Forks of both sides that make up the new first side; the others make up the second.
   *
   * @param first positions in the first side
   * @param second positions in the second side
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, never compared and never written
  record Relabeling(int[] first, int[] second) {

    /** Positions that were not picked. */
    static int[] others(int[] picked, int size) {
      return IntStream.range(0, size)
          .filter(i -> Arrays.stream(picked).noneMatch(p -> p == i))
          .toArray();
    }
  }

  /**
   * The relabelings of two sides.
   *
   * @param larger forks of the first side
   * @param smaller forks of the second side, at most as many
   */
  static List<Relabeling> of(int larger, int smaller) {
    return KNOWN.computeIfAbsent(
        ((long) larger << 32) | smaller, key -> List.copyOf(make(larger, smaller)));
  }

  /** The relabelings, made anew. */
  static List<Relabeling> make(int larger, int smaller) {
    List<Integer> sizes = mostBalanced(larger, smaller);
    double count = 0;
    for (int size : sizes) {
      count += binomial(larger, size) * binomial(smaller, larger - size);
    }
    if (larger == smaller) {
      count /= 2;
    }
    return count <= MOST ? all(larger, smaller, sizes) : sample(larger, smaller, sizes);
  }

  /** How many forks of the first side the new one may hold. */
  private static List<Integer> mostBalanced(int larger, int smaller) {
    double least = Double.POSITIVE_INFINITY;
    for (int size = larger - smaller; size <= larger; size++) {
      least = Math.min(least, imbalance(size, larger, smaller));
    }
    List<Integer> sizes = new ArrayList<>();
    for (int size = larger - smaller; size <= larger; size++) {
      if (imbalance(size, larger, smaller) <= least + 1e-9) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  /** The share of a true change that is left of it in the relabeling. */
  private static double imbalance(int size, int larger, int smaller) {
    return Math.abs((double) size / larger - (double) (larger - size) / smaller);
  }

  private static List<Relabeling> all(int larger, int smaller, List<Integer> sizes) {
    List<Relabeling> found = new ArrayList<>();
    for (int size : sizes) {
      for (int[] first : combinations(larger, size)) {
        // A split and its complement are the same; of equal sides keep the one with fork 0.
        if (larger != smaller || first[0] == 0) {
          for (int[] second : combinations(smaller, larger - size)) {
            found.add(new Relabeling(first, second));
          }
        }
      }
    }
    return found;
  }

  private static List<Relabeling> sample(int larger, int smaller, List<Integer> sizes) {
    SplitMix random = new SplitMix(larger * 1000L + smaller);
    List<Relabeling> found = new ArrayList<>();
    while (found.size() < MOST) {
      int size = sizes.get(random.below(sizes.size()));
      int[] first = choose(random, larger, size);
      int[] second = choose(random, smaller, larger - size);
      found.add(new Relabeling(first, second));
      if (larger == smaller) {
        // Closed under an exchange of the sides, so that swapping them changes nothing.
        found.add(
            new Relabeling(Relabeling.others(second, larger), Relabeling.others(first, larger)));
      }
    }
    return found;
  }

  private static int[] choose(SplitMix random, int from, int count) {
    int[] positions = IntStream.range(0, from).toArray();
    for (int i = 0; i < count; i++) {
      int other = i + random.below(from - i);
      int kept = positions[i];
      positions[i] = positions[other];
      positions[other] = kept;
    }
    int[] chosen = Arrays.copyOf(positions, count);
    Arrays.sort(chosen);
    return chosen;
  }

  private static List<int[]> combinations(int from, int count) {
    List<int[]> found = new ArrayList<>();
    CombinatoricsUtils.combinationsIterator(from, count).forEachRemaining(found::add);
    found.sort(Arrays::compare);
    return found;
  }

  private static double binomial(int n, int k) {
    return k < 0 || k > n ? 0 : CombinatoricsUtils.binomialCoefficientDouble(n, k);
  }
}
