package io.amorsize.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmountTest {

  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void showsThreeDigitsAndAUnitInEveryLocale() {
    Locale.setDefault(Locale.GERMANY);
    assertThat(Amount.nanos(25).text()).isEqualTo("25.0 ns");
    assertThat(Amount.nanos(1500).text()).isEqualTo("1.50 us");
    assertThat(Amount.nanos(20e6).text()).isEqualTo("20.0 ms");
    assertThat(Amount.nanos(2.5e9).text()).isEqualTo("2.50 s");
    assertThat(Amount.bytes(256e6).text()).isEqualTo("256 MB");
    assertThat(Amount.bytes(24_600_000_000L).text()).isEqualTo("24.6 GB");
    assertThat(Amount.cores(1.987).text()).isEqualTo("1.99 cores");
    assertThat(Amount.share(0.031).text()).isEqualTo("3.1 %");
    assertThat(Amount.count(3, "pages").text()).isEqualTo("3 pages");
  }

  @Test
  void keepsTheNumberAndItsUnit() {
    assertThat(Amount.share(0.031).number()).hasValue(3.1);
    assertThat(Amount.nanos(1500).unit()).isEqualTo("ns");
    assertThat(Amount.words("none").number()).isEmpty();
    assertThat(Amount.count(3, "pages").shownAs("three").number()).hasValue(3);
  }
}
