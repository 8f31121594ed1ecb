package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFileTest {

  @Test
  void noCharacterThatATerminalActsOnIsWrittenAsItIs() {
    for (char character = 0; character < 0xD800; character++) {
      String name = "a" + character + "b";
      String line = JsonFile.line(Map.of(name, name));
      assertThat(line).isPrintable();
      assertThat(JsonFile.text(Map.of(name, name)).replace("\n", "")).isPrintable();
      assertThat(JsonFile.parse("line", line).node().path(name).textValue()).isEqualTo(name);
    }
  }
}
