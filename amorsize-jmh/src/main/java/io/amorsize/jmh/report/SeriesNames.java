package io.amorsize.jmh.report;

import io.amorsize.history.SeriesKey;
import io.amorsize.verdict.RowComparison;
import java.util.Optional;

/** Names of series as people read them. */
final class SeriesNames {

  private SeriesNames() {}

  /** Whether a series is shown where nothing else was asked for. */
  static boolean isUsual(SeriesKey key) {
    return SeriesKey.USUAL_METRICS.contains(key.metric());
  }

  /**
   * A series without what all of them share; its metric where it is not a benchmark's own score.
   */
  static String of(SeriesKey key, CommonFacts common) {
    String row = key.isWorkload() ? key.row().benchmark() : common.name(key.row());
    return key.metric().equals(RowComparison.PRIMARY) ? row : row + " " + key.metric();
  }

  /** What all rows share, in a sentence; empty where that is nothing. */
  static Optional<String> shared(CommonFacts common) {
    String all = String.join(", ", common.texts());
    return all.isEmpty() ? Optional.empty() : Optional.of("All rows: " + all + ".");
  }
}
