package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policy files that nobody wrote in good faith. */
class HostilePolicyFileTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("policy.toml"), text);
  }

  private void refused(String text, String sentence) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(file + ": " + sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = [", "a = {a=", "[a", "a"})
  void deepNesting(String start) throws IOException {
    String deeper = start.endsWith("[") ? "[" : start.endsWith("=") ? "{a=" : ".a";
    refused(
        start + deeper.repeat(200_000),
        "is no policy: tables or arrays are nested too deeply, or a key is too long");
  }

  @Test
  void nestingBelowTheLimitIsAWrongTypeAndShownInShort() throws IOException {
    refused(
        "expected = " + "[".repeat(900) + "]".repeat(900),
        "expected[0] must be text, is " + "[".repeat(40) + "...");
  }

  @Test
  void aHugeNumberIsNotRepeatedInFull() throws IOException {
    Path file = file("[[rule]]\nthreshold = " + "9".repeat(5_000));
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(file + ": not TOML from line 2, column 13: ")
        .hasMessageEndingWith("9...")
        .extracting(failure -> failure.getMessage().length() - file.toString().length())
        .satisfies(length -> assertThat((int) length).isLessThan(200));
  }

  @Test
  void aHugeFile() throws IOException {
    String line = "# " + "x".repeat(61) + "\n";
    Path file = file(line.repeat(PolicyText.MOST_BYTES / line.length()));
    assertThat(Files.size(file)).isEqualTo(PolicyText.MOST_BYTES);
    assertThat(PolicyFile.read(file)).isEqualTo(Policy.NONE);
    String tooLarge =
        file + ": is larger than 1 MiB, the most that is read; use * in patterns of names";
    Files.writeString(file, "#".repeat(PolicyText.MOST_BYTES + 1));
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(tooLarge);
    assertThatThrownBy(() -> PolicyFile.readManifest(file)).hasMessage(tooLarge);
  }

  @Test
  void whatFitsIsReadInTime() throws IOException {
    Path file = file("expected = [" + "'a*a*b',".repeat(100_000) + "]");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(PolicyFile.read(file).expected()).hasSize(100_000));
  }

  @Property
  void neverFailsInAnotherWay(@ForAll String text) throws IOException {
    Path file = Files.createTempFile("policy", ".toml");
    try {
      Files.writeString(file, text);
      assertThat(PolicyFile.read(file)).isNotNull();
    } catch (ResultFormatException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
    } catch (CharacterCodingException e) {
      assertThat(text).matches("(?s).*[\\uD800-\\uDFFF].*");
    } finally {
      Files.delete(file);
    }
  }
}
