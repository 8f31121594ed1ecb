package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.RowChecks;
import io.amorsize.finding.Severity;
import io.amorsize.statistics.Equivalence;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.NullTable;
import io.amorsize.statistics.SequentialDesign;
import io.amorsize.statistics.SequentialTest;
import io.amorsize.statistics.SuiteTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Both sides were measured fork by fork, and looked at after each pair. */
final class SessionTest implements RowTest {

  private final SequentialTest test;

  SessionTest(NullTable table, SequentialDesign design) {
    test = new SequentialTest(table, design);
  }

  @Override
  public int leastForks() {
    return SequentialDesign.FEWEST_PAIRS;
  }

  @Override
  public boolean countsForkNoise() {
    return true;
  }

  @Override
  public List<SuiteTest.Answer> test(List<SuiteTest.Row> rows) {
    return test.test(rows);
  }

  @Override
  public boolean flags(SuiteTest.Row row, SuiteTest.Answer answer, int rows) {
    return test.crosses(row, answer, rows);
  }

  @Override
  public boolean showsSame(ForkCosts base, ForkCosts current, SuiteTest.Row row, double margin) {
    boolean enough = Math.min(base.forks(), current.forks()) >= RowChecks.LEAST_FORKS;
    return SequentialTest.showsSame(row, margin)
        || (enough && Equivalence.isShown(base.means(), current.means(), row, margin));
  }

  @Override
  public Optional<Finding> stopped(SuiteTest.Row row) {
    return test.givesUp(row)
        ? Optional.of(
            new Finding(
                FindingCode.GIVEN_UP,
                Severity.INFO,
                String.format(
                    Locale.ROOT,
                    "no sign of a change after %d pairs of forks, given up to save time; --patient"
                        + " goes on until the sides are shown to be the same",
                    row.base().forks())))
        : Optional.empty();
  }
}
