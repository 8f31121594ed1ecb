package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.ResultFormatException;
import java.util.List;

/** Lists the benchmarks of a side and runs forks of them, one at a time. */
public interface JarForks {

  /**
   * The selected benchmarks with each combination of their parameters' values, in JMH's order;
   * parameters that the side itself sets are left out of the units.
   *
   * @return the units; none if nothing matches
   * @throws ResultFormatException if the side holds no JMH benchmarks, or one that cannot be
   *     selected by its parameters, or no benchmark with a parameter that the side sets
   * @throws BenchmarkFailedException if it was stopped
   */
  List<BenchmarkUnit> list(JarSide side, JmhArguments arguments);

  /**
   * Runs one fork.
   *
   * @throws BenchmarkFailedException if it gave no result that can be used; the message holds JMH's
   *     own
   */
  JarForkResult run(JarForkRequest request);

  /** Kills what runs now with its descendants; whatever runs later fails with "stopped". */
  void stop();
}
