package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentQuantileTest {

  /** SciPy 1.17.1: {@code scipy.stats.t.isf(0.025, 8)} and so on. */
  @Test
  void quantilesAreThoseOfSciPy() {
    assertThat(StudentQuantile.of(8, 0.025)).isCloseTo(2.306004, within(1e-6));
    assertThat(StudentQuantile.of(8, 0.05)).isCloseTo(1.859548, within(1e-6));
    assertThat(StudentQuantile.of(4, 0.01)).isCloseTo(3.746947, within(1e-6));
  }

  @Test
  void askedAgainItSaysTheSame() {
    assertThat(StudentQuantile.of(3, 0.025)).isEqualTo(StudentQuantile.of(3, 0.025));
    assertThat(StudentQuantile.of(3, 0.025)).isGreaterThan(StudentQuantile.of(4, 0.025));
  }
}
