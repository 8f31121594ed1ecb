package io.amorsize.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuSetTest {

  @Test
  void readsSingleCpusAndRanges() {
    assertThat(CpuSet.parse("0").orElseThrow()).containsExactly(0);
    assertThat(CpuSet.parse(" 0-2,8, 5-6\n").orElseThrow()).containsExactly(0, 1, 2, 5, 6, 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "1-", "all", "0;1", "3-1", "99999999"})
  void otherTextIsNoList(String text) {
    assertThat(CpuSet.parse(text)).isEmpty();
  }
}
