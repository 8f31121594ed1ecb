package io.amorsize.finding;

import java.util.List;

/** Everything that can be asked of a row that was compared. */
public final class RowChecks {

  /** Forks a side below which nothing is judged. */
  public static final int LEAST_FORKS = FewForks.LEAST;

  private RowChecks() {}

  /** What all checks find in a row, in a fixed order. */
  public static List<Finding> findings(RowEvidence row) {
    return RowCheck.findings(row);
  }
}
