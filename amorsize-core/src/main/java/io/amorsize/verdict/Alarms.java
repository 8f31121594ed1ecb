package io.amorsize.verdict;

/**
 * How often the rule flagged rows, beside how often it does where nothing changed.
 *
 * @param comparisons how many comparisons of whole runs
 * @param rows rows that were judged in them
 * @param expected rows that the rule flags where nothing changed, by its measured rate
 * @param flagged rows that were flagged, called ones among them
 * @param called rows that were called slower or faster
 */
public record Alarms(int comparisons, int rows, double expected, int flagged, int called) {

  /** Nothing was compared. */
  public static final Alarms NONE = new Alarms(0, 0, 0, 0, 0);

  /** Checks the ranges. */
  public Alarms {
    if (comparisons < 0 || called < 0 || flagged < called || rows < 0 || !(expected >= 0)) {
      throw new IllegalArgumentException(
          "need counts of 0 or more and flagged >= called, are "
              + comparisons
              + ", "
              + rows
              + ", "
              + expected
              + ", "
              + flagged
              + " and "
              + called);
    }
  }

  /** Those of one comparison. */
  public static Alarms of(Comparison comparison) {
    int judged = 0;
    int flagged = 0;
    int called = 0;
    for (RowComparison row : comparison.rows()) {
      judged += row.isJudged() ? 1 : 0;
      flagged += row.isCalled() || row.suspect() ? 1 : 0;
      called += row.isCalled() ? 1 : 0;
    }
    return new Alarms(1, judged, DecisionRule.FLAG_RATE * judged, flagged, called);
  }

  /** Both together. */
  public Alarms plus(Alarms other) {
    return new Alarms(
        comparisons + other.comparisons,
        rows + other.rows,
        expected + other.expected,
        flagged + other.flagged,
        called + other.called);
  }
}
