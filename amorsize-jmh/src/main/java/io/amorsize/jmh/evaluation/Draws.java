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

  /** Marks some of the positions from 0 to below a bound. */
  static boolean[] mark(int bound, int count, RandomGenerator random) {
    boolean[] marked = new boolean[bound];
    for (int position : choose(bound, count, random)) {
      marked[position] = true;
    }
    return marked;
  }
}
