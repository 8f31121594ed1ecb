package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.SuiteTest;
import java.util.List;
import java.util.Optional;

/** How the rows of a suite are tested: it depends on how their forks were measured. */
interface RowTest {

  /** Forks a side below which a row is not tested. */
  int leastForks();

  /** Whether what is known of the noise between forks counts. */
  boolean countsForkNoise();

  /** The answers for all rows of a suite, in their order. */
  List<SuiteTest.Answer> test(List<SuiteTest.Row> rows);

  /**
   * Whether a row by itself shows a change.
   *
   * @param rows rows of its suite
   */
  boolean flags(SuiteTest.Row row, SuiteTest.Answer answer, int rows);

  /** Whether a row that is not flagged is shown to be the same on both sides. */
  boolean showsSame(ForkCosts base, ForkCosts current, SuiteTest.Row row, double margin);

  /** Why an inconclusive row was not measured any longer, where that was chosen. */
  Optional<Finding> stopped(SuiteTest.Row row);
}
