package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.RowChecks;
import io.amorsize.statistics.Equivalence;
import io.amorsize.statistics.ForkCosts;
import io.amorsize.statistics.NullTable;
import io.amorsize.statistics.SuiteTest;
import java.util.List;
import java.util.Optional;

/** Both sides were measured beforehand; all forks are looked at once. */
final class OneLookTest implements RowTest {

  private final SuiteTest test;

  OneLookTest(NullTable table) {
    test = new SuiteTest(table);
  }

  @Override
  public int leastForks() {
    return RowChecks.LEAST_FORKS;
  }

  @Override
  public boolean countsForkNoise() {
    return false;
  }

  @Override
  public List<SuiteTest.Answer> test(List<SuiteTest.Row> rows) {
    return test.test(rows);
  }

  @Override
  public boolean flags(SuiteTest.Row row, SuiteTest.Answer answer, int rows) {
    return answer.p() <= DecisionRule.FLAG_LEVEL;
  }

  @Override
  public boolean showsSame(ForkCosts base, ForkCosts current, SuiteTest.Row row, double margin) {
    return Equivalence.isShown(base.means(), current.means(), row, margin);
  }

  @Override
  public Optional<Finding> stopped(SuiteTest.Row row) {
    return Optional.empty();
  }
}
