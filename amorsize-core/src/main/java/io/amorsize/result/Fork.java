package io.amorsize.result;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/** What one JVM measured: the score of each iteration, in the order in which they ran. */
public final class Fork {

  private final double[] iterations;

  private Fork(double[] iterations) {
    this.iterations = iterations;
  }

  /**
   * A fork with these iterations.
   *
   * @param iterations finite scores, at least one
   * @throws IllegalArgumentException if there is none, or one is not finite
   */
  public static Fork of(double... iterations) {
    return ofFirst(iterations.length, iterations);
  }

  /**
   * A fork with the first of these iterations.
   *
   * @param count how many, 1 to {@code iterations.length}
   * @param iterations scores, the first of them finite
   * @throws IllegalArgumentException if there is none, or one is not finite
   */
  public static Fork ofFirst(int count, double[] iterations) {
    if (count < 1) {
      throw new IllegalArgumentException("a fork needs at least one iteration");
    }
    double[] first = Arrays.copyOf(iterations, count);
    for (double score : first) {
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score must be finite, is " + score);
      }
    }
    return new Fork(first);
  }

  /** Number of iterations, at least 1. */
  public int size() {
    return iterations.length;
  }

  /** The scores in the order in which they ran. */
  public DoubleStream stream() {
    return Arrays.stream(iterations);
  }

  /** A copy of the scores in the order in which they ran. */
  public double[] toArray() {
    return iterations.clone();
  }

  /** Arithmetic mean of the scores. */
  public double mean() {
    return stream().average().orElseThrow();
  }

  /** Median of the scores: one slow moment of the host does not move it. */
  public double median() {
    return Median.withDefaults().withCopy(true).evaluate(iterations);
  }

  /**
   * The same fork without its first iterations.
   *
   * @param count iterations to leave out, 0 to {@code size() - 1}
   * @throws IllegalArgumentException if no iteration would be left
   */
  public Fork withoutFirst(int count) {
    if (count < 0 || count >= iterations.length) {
      throw new IllegalArgumentException(
          "count must be 0 to " + (iterations.length - 1) + ", is " + count);
    }
    return new Fork(Arrays.copyOfRange(iterations, count, iterations.length));
  }

  /**
   * The same fork in another unit.
   *
   * @param factor what each score is multiplied by
   * @throws IllegalArgumentException if a score is no longer finite
   */
  public Fork times(double factor) {
    return Fork.of(stream().map(score -> score * factor).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fork fork && Arrays.equals(iterations, fork.iterations);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(iterations);
  }

  @Override
  public String toString() {
    return Arrays.toString(iterations);
  }
}
