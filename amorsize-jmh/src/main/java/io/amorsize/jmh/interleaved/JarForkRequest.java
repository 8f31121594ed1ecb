package io.amorsize.jmh.interleaved;

import java.time.Duration;
import java.util.List;

/**
 * One fork of one side.
 *
 * @param side what runs
 * @param unit what is measured
 * @param iterations its iterations; what they give takes the place of the same options among {@code
 *     jmhArgs}
 * @param jmhArgs further JMH arguments, as {@link JmhArguments#passedOnWith}
 * @param timeout time after which the fork is killed, above 0
 */
public record JarForkRequest(
    JarSide side,
    BenchmarkUnit unit,
    ForkIterations iterations,
    List<String> jmhArgs,
    Duration timeout) {

  /** Copies the arguments and checks the timeout. */
  public JarForkRequest {
    jmhArgs = List.copyOf(jmhArgs);
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above 0, is " + timeout);
    }
  }
}
