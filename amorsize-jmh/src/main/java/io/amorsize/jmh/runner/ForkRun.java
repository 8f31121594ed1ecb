package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.JmhRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What one fork measured.
 *
 * @param row the fork as a row of JMH's result JSON
 * @param warmup scores of the warm-up iterations, in the row's unit
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record ForkRun(ObjectNode row, double[] warmup) {

  /** Every iteration from the start of the JVM on, as a cost. */
  double[] costs() {
    return JmhRows.primary(JmhRows.withWarmup(row, List.of(warmup))).forkCosts().get(0);
  }

  /**
   * The same fork as if it had been asked for a longer warm-up.
   *
   * @param warmupIterations at least as many as it had, fewer than it has in all
   */
  ForkRun recut(int warmupIterations) {
    int more = warmupIterations - warmup.length;
    if (more <= 0) {
      return this;
    }
    double[] measured = JmhRows.primary(row).forks().get(0).toArray();
    double[] longer =
        DoubleStream.concat(Arrays.stream(warmup), Arrays.stream(measured, 0, more)).toArray();
    return new ForkRun(JmhRows.withoutFirst(row, more), longer);
  }
}
