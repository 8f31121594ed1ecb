package io.amorsize.jmh.evaluation;

/**
 * How many forks each side has.
 *
 * @param base forks of the base, at least 2
 * @param current forks of the current side, at least 2
 */
public record ForkCounts(int base, int current) {

  /** Checks the ranges. */
  public ForkCounts {
    if (base < 2 || current < 2) {
      throw new IllegalArgumentException("need 2 forks a side, are " + base + " and " + current);
    }
  }

  /** Forks of both sides. */
  int total() {
    return base + current;
  }

  @Override
  public String toString() {
    return base + " v " + current;
  }
}
