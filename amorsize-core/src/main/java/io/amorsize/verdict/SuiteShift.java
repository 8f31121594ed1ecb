package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/** Did most rows move together, as they do when the machine changed and not the code? */
final class SuiteShift {

  private static final int LEAST_ROWS = 8;
  private static final double LEAST_SHARE = 0.75;
  private static final double LEAST_MOVE = Math.log(1.01);

  private SuiteShift() {}

  static Optional<Finding> of(List<RowComparison> rows) {
    double[] moves =
        rows.stream()
            .filter(row -> row.metric().equals(RowComparison.PRIMARY))
            .filter(row -> row.change().slowdown().isPresent())
            .mapToDouble(row -> Math.log(row.change().slowdown().getAsDouble()))
            .toArray();
    if (moves.length < LEAST_ROWS) {
      return Optional.empty();
    }
    double median = Median.withDefaults().evaluate(moves);
    long together = java.util.Arrays.stream(moves).filter(move -> move * median > 0).count();
    if (Math.abs(median) < LEAST_MOVE || together < LEAST_SHARE * moves.length) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            FindingCode.ENVIRONMENT_SHIFTED,
            Severity.INFO,
            String.format(
                Locale.ROOT,
                "%d of %d rows moved the same way, the median row by %+.1f %%: more likely another"
                    + " machine or day than the code; measure both sides interleaved",
                together,
                moves.length,
                100 * Math.expm1(median))));
  }
}
