package io.amorsize.jmh.runner;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One fork of one benchmark.
 *
 * @param benchmark full name of the benchmark
 * @param params values of its parameters; those not named keep their defaults
 * @param warmupIterations iterations before measuring, at least 0
 * @param measurementIterations iterations measured, at least 1
 * @param iterationTime length of an iteration
 * @param timeout time after which an iteration is interrupted; without a sign for twice as long,
 *     the fork is killed
 * @param jvmArgs arguments for the forked JVM, after those of this one
 */
public record ForkRequest(
    String benchmark,
    Map<String, String> params,
    int warmupIterations,
    int measurementIterations,
    Duration iterationTime,
    Duration timeout,
    List<String> jvmArgs) {

  /** Copies the collections and checks the counts. */
  public ForkRequest {
    params = Map.copyOf(params);
    jvmArgs = List.copyOf(jvmArgs);
    if (warmupIterations < 0 || measurementIterations < 1) {
      throw new IllegalArgumentException(
          "need warmupIterations >= 0 and measurementIterations >= 1, are "
              + warmupIterations
              + " and "
              + measurementIterations);
    }
  }
}
