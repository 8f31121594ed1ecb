package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "5%, 0.05",
    "0.05, 0.05",
    "1.05x, 0.05",
    "strict, 0.05",
    "Moderate, 0.1",
    "lenient, 0.2",
    "' 7.5 % ', 0.075",
    "99%, 0.99"
  })
  void readsEveryForm(String text, double share) {
    assertThat(Threshold.parse(text).share()).isCloseTo(share, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc", "-5%", "-0.1", "0", "0%", "1", "5", "100%", "2x", "1x", "NaN", "", "%", "x"
      })
  void refusesTheRestInOneSentence(String text) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("'" + text + "' is not a threshold between 0 and 100 %")
        .hasMessageEndingWith(
            "write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1", "10"})
  void saysWhyABareNumberOfOneOrMoreIsRefused(String text) {
    assertThatThrownBy(() -> Threshold.parse(text))
        .hasMessageContaining("(a bare number is a share: 5 would be 500 %)");
  }

  @Property
  void neverFailsInAnotherWay(@ForAll String text) {
    try {
      assertThat(Threshold.parse(text).share()).isBetween(0.0, 1.0);
    } catch (TypeConversionException e) {
      assertThat(e).hasMessageContaining("is not a threshold");
    }
  }
}
