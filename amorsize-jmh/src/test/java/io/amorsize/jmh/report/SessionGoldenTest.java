package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.finding.FindingCode;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import org.junit.jupiter.api.Test;

/** The session behind the golden files holds what they are there to show. */
class SessionGoldenTest {

  @Test
  void theSessionHoldsEverything() {
    Comparison comparison = Sessions.mixed().outcome().comparison();
    assertThat(comparison.regressions())
        .extracting(row -> row.key().benchmark())
        .containsExactly("org.acme.json.ParserBenchmark.slower");
    assertThat(comparison.open())
        .extracting(row -> row.key().benchmark())
        .containsExactly("org.acme.json.ParserBenchmark.open");
    assertThat(comparison.rows()).filteredOn(SessionGoldenTest::isGivenUp).hasSize(1);
    assertThat(comparison.missing()).hasSize(1);
  }

  private static boolean isGivenUp(RowComparison row) {
    return row.findings().stream().anyMatch(finding -> finding.code() == FindingCode.GIVEN_UP);
  }
}
