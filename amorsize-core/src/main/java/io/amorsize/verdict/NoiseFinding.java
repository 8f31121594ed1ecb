package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says that two sessions were judged with what is known of how much sessions differ. */
final class NoiseFinding {

  private NoiseFinding() {}

  /** The finding; empty where nothing is known. */
  static Optional<Finding> of(SessionNoise noise, List<RowComparison> rows) {
    if (noise.usual() == 0 && noise.rows().isEmpty()) {
      return Optional.empty();
    }
    long known =
        rows.stream()
            .filter(
                row ->
                    noise
                        .rows()
                        .containsKey(new SessionNoise.Row(row.key().withoutPlan(), row.metric())))
            .count();
    return Optional.of(
        new Finding(
            FindingCode.SESSION_NOISE,
            Severity.INFO,
            String.format(
                Locale.ROOT,
                "judged with the noise between two sessions that was learned before: sd %.2f %% in"
                    + " the middle row, known of %d of %d rows",
                100 * noise.usual(),
                known,
                rows.size())));
  }
}
