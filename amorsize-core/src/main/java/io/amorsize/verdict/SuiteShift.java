package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/**
 * Did more rows move than a change in the code usually moves? Most of them together, or a quarter
 * of them in whichever direction: another machine speeds some rows up and slows others down.
 */
final class SuiteShift {

  private static final int LEAST_ROWS = 8;
  private static final double LEAST_SHARE = 0.75;
  private static final double LEAST_MOVE = Math.log(1.01);
  private static final double LEAST_CALLED_SHARE = 0.25;

  private SuiteShift() {}

  static Optional<Finding> of(List<RowComparison> rows) {
    List<RowComparison> primary =
        rows.stream()
            .filter(row -> row.metric().equals(RowComparison.PRIMARY))
            .filter(row -> row.change().slowdown().isPresent())
            .toList();
    if (primary.size() < LEAST_ROWS) {
      return Optional.empty();
    }
    return together(primary).or(() -> manyCalled(primary));
  }

  private static Optional<Finding> together(List<RowComparison> rows) {
    double[] moves =
        rows.stream().mapToDouble(row -> Math.log(row.change().slowdown().getAsDouble())).toArray();
    double median = Median.withDefaults().evaluate(moves);
    long together = Arrays.stream(moves).filter(move -> move * median > 0).count();
    if (Math.abs(median) < LEAST_MOVE || together < LEAST_SHARE * moves.length) {
      return Optional.empty();
    }
    return finding(
        "%d of %d rows moved the same way, the median row by %+.1f %%",
        together, moves.length, 100 * Math.expm1(median));
  }

  private static Optional<Finding> manyCalled(List<RowComparison> rows) {
    long slower = rows.stream().filter(row -> row.verdict() == Verdict.SLOWER).count();
    long faster = rows.stream().filter(row -> row.verdict() == Verdict.FASTER).count();
    if (slower + faster < LEAST_CALLED_SHARE * rows.size()) {
      return Optional.empty();
    }
    return finding(
        "%d of %d rows changed at once, %d slower and %d faster",
        slower + faster, rows.size(), slower, faster);
  }

  private static Optional<Finding> finding(String pattern, Object... values) {
    return Optional.of(
        new Finding(
            FindingCode.ENVIRONMENT_SHIFTED,
            Severity.INFO,
            String.format(Locale.ROOT, pattern, values)
                + ": more likely another machine or day than the code; measure both sides"
                + " interleaved"));
  }
}
