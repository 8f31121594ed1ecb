package io.amorsize.jmh.evaluation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Random orders and choices. */
final class Draws {

  private Draws() {}

  /** The numbers from 0 to below a bound in random order. */
  static int[] permutation(int bound, RandomGenerator random) {
    int[] order = new int[bound];
    Arrays.setAll(order, i -> i);
    for (int i = bound - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /** Some of the numbers from 0 to below a bound, in random order. */
  static int[] choose(int bound, int count, RandomGenerator random) {
    return Arrays.copyOf(permutation(bound, random), count);
  }

  /** Forks to deal out: some of those there are, or of too few each perhaps more than once. */
  static int[] forks(int bound, int count, RandomGenerator random) {
    return count > bound ? random.ints(count, 0, bound).toArray() : choose(bound, count, random);
  }

  /** Marks some of the positions from 0 to below a bound. */
  static boolean[] mark(int bound, int count, RandomGenerator random) {
    boolean[] marked = new boolean[bound];
    for (int position : choose(bound, count, random)) {
      marked[position] = true;
    }
    return marked;
  }
}
