package io.amorsize.jmh.json;

import java.util.List;

/**
 * A comparison of JMH rows as a file keeps it.
 *
 * @param base label of the earlier side, as the user named it
 * @param current label of the later side
 * @param threshold the smallest effect that counted, as a share
 * @param margin within it sides were the same, as a share
 * @param fdr share of false ones among called changes that was allowed
 * @param rows the rows, in the order of the file
 */
public record RecordedComparison(
    String base,
    String current,
    double threshold,
    double margin,
    double fdr,
    List<RecordedRow> rows) {

  /** Copies the rows. */
  public RecordedComparison {
    rows = List.copyOf(rows);
  }

  /** The same with some of its rows. */
  public RecordedComparison withRows(List<RecordedRow> some) {
    return new RecordedComparison(base, current, threshold, margin, fdr, some);
  }

  /** The rows to run again: suspects, and slower ones that nobody agreed to. */
  public List<RecordedRow> open() {
    return rows.stream().filter(RecordedRow::isOpen).toList();
  }
}
