package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x1b, 0x7f, 0x80, 0x85, 0x9b, 0x200b, 0x202e, 0x2028, 0x2029})
  void whatCouldActOnATerminalIsABlank(int control) {
    assertThat(ShownText.of("a" + Character.toString(control) + "b")).isEqualTo("a b");
  }

  @Test
  void aTextIsCutWhereItIsLongButNotWithinACharacter() {
    assertThat(ShownText.of("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(ShownText.of("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
    assertThat(ShownText.of("x".repeat(99) + "\uD83D\uDE00")).isEqualTo("x".repeat(99) + "...");
  }
}
