package io.amorsize.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests the rows of a session that may stop early, each after the pairs of forks that it has. The
 * test of a row needs no other row; q corrects for their number, and is 1 as long as it is too
 * early to say.
 */
public final class SequentialTest {

  /**
   * Sides are the same if the difference and so many standard errors lie inside the margin. In
   * sessions of at most 5 pairs, 2.2 to 3.4 % of rows that are 5 % slower end as the same, by this
   * or by the two one-sided tests, and 0.06 to 0.13 % of those that are 10 % slower.
   */
  private static final double STANDARD_ERRORS = 2.0;

  /** In sessions of more rows, calls after 2 to 4 pairs were wrong too often. */
  private static final int MANY_ROWS = 10;

  private static final int PAIRS_AMONG_MANY = 5;

  private final NullTable table;
  private final SequentialDesign design;

  /** A test with a table of null distributions. */
  public SequentialTest(NullTable table, SequentialDesign design) {
    this.table = table;
    this.design = design;
  }

  /** Tests all rows of a session; the answers are in the order of the rows. */
  public List<SuiteTest.Answer> test(List<SuiteTest.Row> rows) {
    List<SuiteTest.Answer> single =
        new SuiteTest(table).test(rows.stream().map(this::asKnownNow).toList());
    double[] p = new double[rows.size()];
    boolean once = isLookedAtOnce(rows.size());
    for (int i = 0; i < p.length; i++) {
      double tableP = single.get(i).tableP();
      boolean calm = single.get(i).statistic() == 0;
      p[i] = calm ? 1 : once ? tableP : SequentialDesign.afterLooks(tableP);
    }
    double[] q = BenjaminiHochberg.adjust(p);
    List<SuiteTest.Answer> answers = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      double known = isTooEarly(rows.get(i), rows.size()) ? 1 : q[i];
      answers.add(single.get(i).withProbabilities(p[i], known));
    }
    return answers;
  }

  /**
   * What was learned of the forks counts before the last look alone, where they are few: so it
   * makes no error likelier, and a change that is there is called a little later at most.
   */
  private SuiteTest.Row asKnownNow(SuiteTest.Row row) {
    return pairs(row) < design.mostPairs() ? row : row.byItself();
  }

  /**
   * Among many rows there are some whose first few forks part cleanly by chance, which the table,
   * made of single rows, does not foresee: they are not called before 5 pairs.
   */
  private boolean isTooEarly(SuiteTest.Row row, int rows) {
    return rows > MANY_ROWS && pairs(row) < Math.min(PAIRS_AMONG_MANY, design.mostPairs());
  }

  /** Whether calls come at the last look alone, so that it is the only one to pay for. */
  private boolean isLookedAtOnce(int rows) {
    return rows > MANY_ROWS && design.mostPairs() <= PAIRS_AMONG_MANY;
  }

  /**
   * Whether a row crosses the level of its look.
   *
   * @param rows rows of its suite
   */
  public boolean crosses(SuiteTest.Row row, SuiteTest.Answer answer, int rows) {
    if (isLookedAtOnce(rows) && !isTooEarly(row, rows)) {
      return answer.p() <= SequentialDesign.TOTAL;
    }
    return answer.statistic() > 0 && answer.tableP() <= design.level(pairs(row));
  }

  /** Whether a row shows so little sign of a change that it is given up. */
  public boolean givesUp(SuiteTest.Row row) {
    return design.givesUp(pairs(row), row.byItself().statistic().unfiltered());
  }

  /**
   * Whether the sides are shown to be the same, by the minimum and by the mean of logs.
   *
   * @param margin half-width of what counts as the same, as a share: 0.05 is 5 %
   */
  public static boolean showsSame(SuiteTest.Row row, double margin) {
    return isInside(row, 0, margin) && isInside(row, 1, margin);
  }

  private static boolean isInside(SuiteTest.Row row, int summary, double margin) {
    Shift shift =
        Shift.of(row.base().summary(summary), row.current().summary(summary))
            .atLeast(row.forkNoise().of(summary), row.base().forks(), row.current().forks());
    double reach =
        STANDARD_ERRORS * (shift.standardError(row.sessionSd()) + Shift.EXCHANGEABLE_NOISE);
    return Math.abs(shift.difference()) + reach < Math.log1p(margin);
  }

  private static int pairs(SuiteTest.Row row) {
    return Math.min(row.base().forks(), row.current().forks());
  }
}
