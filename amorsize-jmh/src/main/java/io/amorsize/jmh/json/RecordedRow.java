package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkKey;
import java.util.OptionalDouble;

/**
 * A row as a comparison recorded it.
 *
 * @param key what the two sides have in common
 * @param metric {@code primary}, or the name of a secondary metric
 * @param verdict {@code slower}, {@code faster}, {@code same} or {@code inconclusive}
 * @param suspect whether it stood out, but not beyond the number of rows
 * @param accepted whether an agreement covers it
 * @param base what to run on the earlier side: the name before a rename, the plan of that time
 * @param current what to run on the later side
 * @param slowdown cost now over cost before, where it is known
 * @param upper the upper end of its 95 % interval, where it is known
 */
public record RecordedRow(
    BenchmarkKey key,
    String metric,
    String verdict,
    boolean suspect,
    boolean accepted,
    BenchmarkKey base,
    BenchmarkKey current,
    OptionalDouble slowdown,
    OptionalDouble upper) {

  private static final String SLOWER = "slower";

  /** Whether another run should settle it: a suspect, or slower and not accepted. */
  public boolean isOpen() {
    return suspect || isRegression();
  }

  /** Whether it got slower and nobody agreed to that. */
  public boolean isRegression() {
    return verdict.equals(SLOWER) && !accepted;
  }
}
