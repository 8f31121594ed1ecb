package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tests of forms rely on. */
class ShownNumberTest {

  private static List<String> texts(String text) {
    return ShownNumber.in(text).stream().map(ShownNumber::text).toList();
  }

  private static ShownNumber one(String text) {
    return ShownNumber.in(text).get(0);
  }

  @Test
  void findsNumbersAndNoPartsOfWords() {
    assertThat(texts("12.33 ±0.2% 123.5M (p<0.001 n=5+3) x24.0 1.000e-04 sha256 v2.1 a_1"))
        .containsExactly("12.33", "0.2", "123.5M", "<0.001", "5", "+3", "24.0", "1.000e-04");
  }

  @Test
  void fitsWhatWasRoundedToItAndNothingElse() {
    assertThat(one("12.33").fits(12.3349)).isTrue();
    assertThat(one("12.33").fits(12.336)).isFalse();
    assertThat(one("123.5M").fits(123.46e6)).isTrue();
    assertThat(one("123.5M").fits(123.6e6)).isFalse();
    assertThat(one("1.000e-04").fits(1.0004e-4)).isTrue();
    assertThat(one("1.000e-04").fits(1.001e-4)).isFalse();
    assertThat(one("p<0.001").fits(0.0002)).isTrue();
    assertThat(one("p<0.001").fits(0.002)).isFalse();
    assertThat(one("-17.9 %").fits(-17.86)).isTrue();
    assertThat(one("-17.9 %").fits(17.86)).isFalse();
  }
}
