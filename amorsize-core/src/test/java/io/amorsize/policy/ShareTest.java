package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

  private static final String FORMS =
      "; write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)";

  @ParameterizedTest
  @CsvSource({
    "5%, 0.05",
    "' 5 % ', 0.05",
    "0.05, 0.05",
    ".05, 0.05",
    "5e-2, 0.05",
    "5.0E-2, 0.05",
    "+0.05, 0.05",
    "1.05x, 0.05",
    "1.1x, 0.1",
    "0.1%, 0.001",
    "99.9%, 0.999",
    "strict, 0.05",
    "moderate, 0.1",
    "lenient, 0.2",
    " STRICT , 0.05",
  })
  void readsEveryForm(String text, double share) {
    assertThat(Share.parse(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-5%",
        "0",
        "0%",
        "1x",
        "0.9x",
        "100%",
        "150%",
        "2x",
        "2.5x",
        "-0.05",
        "NaN",
        "NaN%",
        "Infinity",
        "0,05",
        "0.05d",
        "0.05f",
        "0x1p-3",
        "5 %%",
        "5%x",
        "x",
        "%",
        "strictly",
        "5 pc",
        ".",
        "1e-999"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> Share.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a threshold between 0 and 100 %" + FORMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "5", "10", "1e2", "0.99999999999999999999"})
  void saysWhyABareNumberIsRefused(String text) {
    assertThatThrownBy(() -> Share.parse(text))
        .hasMessage(
            "'"
                + text
                + "' is not a threshold between 0 and 100 %"
                + " (a bare number is a share: 5 would be 500 %)"
                + FORMS);
  }

  @Test
  void neitherComputesNorRepeatsWhatIsHuge() {
    assertThatThrownBy(() -> Share.parse("1e999999999x")).hasMessageContaining("'1e999999999x'");
    assertThatThrownBy(() -> Share.parse("9".repeat(1_000_000)))
        .hasMessage("'" + "9".repeat(40) + "...' is not a threshold between 0 and 100 %" + FORMS);
  }

  @Property
  void theThreeFormsAreTheSame(@ForAll @IntRange(min = 1, max = 9999) int hundredthsOfAPercent) {
    String digits = String.format(Locale.ROOT, "%04d", hundredthsOfAPercent);
    double percent = Share.parse(digits.substring(0, 2) + "." + digits.substring(2) + "%");
    assertThat(percent).isEqualTo(Share.parse("0." + digits));
    assertThat(percent).isEqualTo(Share.parse("1." + digits + "x"));
    assertThat(percent).isCloseTo(hundredthsOfAPercent / 10_000.0, within(1e-15));
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(Share.parse("STRICT")).isEqualTo(0.05);
      assertThat(Share.parse("1.05x")).isEqualTo(0.05);
    } finally {
      Locale.setDefault(before);
    }
  }
}
