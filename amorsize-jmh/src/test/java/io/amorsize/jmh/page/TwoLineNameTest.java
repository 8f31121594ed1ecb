package io.amorsize.jmh.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoLineNameTest {

  @ParameterizedTest
  @CsvSource({
    "Lists.sort size=1000,                Lists.sort,       size=1000",
    "org.acme.io.Lists.sort size=1 -t 4,  Lists.sort,       org.acme.io size=1 -t 4",
    "sort,                                sort,             ''",
    "size=1000 depth=2,                   size=1000 depth=2, ''"
  })
  void standsInTwoLines(String name, String main, String rest) {
    TwoLineName split = TwoLineName.of(name, "org.acme.io.Lists.sort");
    assertThat(String.join("", split.main())).isEqualTo(main);
    assertThat(split.rest()).isEqualTo(rest);
  }

  @Test
  void aNameMayHoldBlanks() {
    TwoLineName split = TwoLineName.of("Bench.<img src=x> p=1", "org.evil.Bench.<img src=x>");
    assertThat(String.join("", split.main())).isEqualTo("Bench.<img src=x>");
    assertThat(split.rest()).isEqualTo("p=1");
  }

  @Test
  void aLineMayEndWithinTheName() {
    assertThat(TwoLineName.of("Json.parseLargeFile_2", "Json.parseLargeFile_2").main())
        .containsExactly("Json.", "parse", "Large", "File_", "2");
  }
}
