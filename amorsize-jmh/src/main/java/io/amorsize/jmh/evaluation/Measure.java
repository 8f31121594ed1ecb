package io.amorsize.jmh.evaluation;

import java.util.EnumSet;
import java.util.Set;

/** What is scored. */
public enum Measure {
  /** Unchanged rows that are flagged. */
  FALSE_POSITIVES("FPR", false),
  /** Flagged rows among those 2 % slower. */
  FOUND_2("P2", false),
  /** Flagged rows among those 3 % slower. */
  FOUND_3("P3", false),
  /** Flagged rows among those 5 % slower. */
  FOUND_5("P5", false),
  /** Flagged rows among those 10 % slower. */
  FOUND_10("P10", false),
  /** Flagged rows among those 20 % slower. */
  FOUND_20("P20", false),
  /** Flagged rows among those of which a quarter of the iterations is 20 % slower. */
  FOUND_SLOW_QUARTER("slow quarter", false),
  /** Verdicts in a suite without a change. */
  ALARMS("alarms", true),
  /** Suites without a change that have a verdict. */
  ANY_ALARM("suites with one", true),
  /** Verdicts among the 5 % of rows that are 5 % slower. */
  SPARSE_FOUND_5("+5 %, 5 % of rows: found", false),
  /** False ones among the verdicts of a suite of which 5 % of rows are 5 % slower. */
  SPARSE_FALSE_5("FDR", true),
  /** Verdicts among the 5 % of rows that are 10 % slower. */
  SPARSE_FOUND_10("+10 %, 5 % of rows: found", false),
  /** False ones among the verdicts of a suite of which 5 % of rows are 10 % slower. */
  SPARSE_FALSE_10("FDR", true),
  /** Verdicts among the tenth of rows that are 5 % slower. */
  TENTH_FOUND_5("+5 %, 10 % of rows: found", false),
  /** False ones among the verdicts of a suite of which a tenth of rows is 5 % slower. */
  TENTH_FALSE_5("FDR", true),
  /** Verdicts among the tenth of rows that are 10 % slower. */
  TENTH_FOUND_10("+10 %, 10 % of rows: found", false),
  /** False ones among the verdicts of a suite of which a tenth of rows is 10 % slower. */
  TENTH_FALSE_10("FDR", true),
  /** Unchanged rows whose interval holds 1. */
  COVERAGE("interval holds 1, unchanged", false),
  /** Rows 5 % slower whose interval holds 1.05. */
  COVERAGE_5("interval holds 1.05, +5 %", false),
  /** Rows 10 % slower whose interval holds 1.10. */
  COVERAGE_10("interval holds 1.10, +10 %", false),
  /** Rows with a verdict among those 5 % slower whose interval holds 1.05. */
  CALLED_COVERAGE_5("of those called, +5 %", false),
  /** Rows with a verdict among those 10 % slower whose interval holds 1.10. */
  CALLED_COVERAGE_10("of those called, +10 %", false),
  /** Unchanged rows that are called the same. */
  SAME("same, unchanged", false),
  /** Rows 5 % slower that are called the same. */
  SAME_5("same, +5 %", false),
  /** Rows 10 % slower that are called the same. */
  SAME_10("same, +10 %", false),
  /** Pairs of forks that unchanged rows take. */
  PAIRS("pairs, unchanged", false),
  /** Pairs of forks that rows 5 % slower take. */
  PAIRS_5("pairs, +5 %", false),
  /** Pairs of forks that rows 10 % slower take. */
  PAIRS_10("pairs, +10 %", false),
  /** Unchanged rows that end flagged after 2 pairs. */
  FLAGGED_AFTER_2("flagged after 2", false),
  /** Unchanged rows that end flagged after 3 pairs. */
  FLAGGED_AFTER_3("after 3", false),
  /** Unchanged rows that end flagged after 4 pairs. */
  FLAGGED_AFTER_4("after 4", false),
  /** Unchanged rows that end flagged after 5 pairs. */
  FLAGGED_AFTER_5("after 5", false);

  private static final Set<Measure> MEANS = EnumSet.of(ALARMS, PAIRS, PAIRS_5, PAIRS_10);

  private final String label;
  private final boolean perSuite;

  Measure(String label, boolean perSuite) {
    this.label = label;
    this.perSuite = perSuite;
  }

  /** Its name in a table. */
  public String label() {
    return label;
  }

  /** Whether it is a mean, and not a share. */
  boolean isMean() {
    return MEANS.contains(this);
  }

  /** Whether a suite gives one value, and not each row. */
  boolean isPerSuite() {
    return perSuite;
  }
}
