package io.amorsize.jmh.evaluation;

import io.amorsize.result.BenchmarkRow;
import java.util.List;

/** A way to tell changed rows from unchanged ones. */
interface ComparisonMethod {

  /** Its name in a table. */
  String name();

  /** Whether it looks at each row for itself, so that its answers do not depend on the others. */
  boolean isByRow();

  /**
   * Judges a suite.
   *
   * @param base rows, each of another key
   * @param current the same rows, in the same order
   * @return a call for each row, in that order
   */
  List<Call> judge(List<BenchmarkRow> base, List<BenchmarkRow> current);
}
