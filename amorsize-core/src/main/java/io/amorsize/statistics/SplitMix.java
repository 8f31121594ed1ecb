package io.amorsize.statistics;

/**
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): random numbers from a seed, the same in every
 * version of Java.
 */
final class SplitMix {

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  /** A whole number from 0 to below a bound, which is positive. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Brings the values at some positions into a random order (Fisher and Yates). */
  void shuffle(double[] values, int[] positions) {
    for (int i = positions.length - 1; i > 0; i--) {
      // The high bits of a product in the place of a remainder (Lemire, ACM TOMACS 29, 2019).
      int other = (int) (((next() >>> 32) * (i + 1)) >>> 32);
      double kept = values[positions[i]];
      values[positions[i]] = values[positions[other]];
      values[positions[other]] = kept;
    }
  }
}
