package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.Parser.small, com.acme.Parser.small",
    "com.acme.*, com.acme.Parser.small",
    "com.acme.*, com.acme.",
    "*, ''",
    "*, com.acme.Parser",
    "'', ''",
    "*.small, com.acme.Parser.small",
    "*Parser*, com.acme.Parser.small",
    "a*b*c, aXbXbXc",
    "a**c, abbc",
    "a***, a",
    "?, x",
    "a?c, abc",
    "??*, ab",
    "*?, a",
    "a?, a\uD83D\uDE00",
    "a*c, 'a\nc'",
    "a?c, 'a\nc'",
    "a*a, aa",
    "*ab*ab, abcabab",
  })
  void matches(String glob, String name) {
    assertThat(new Glob(glob).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Parser, com.acme.Parser.small",
    "Parser, com.acme.Parser",
    "com.acme.*, com.acmeX",
    "com.acme.*, org.com.acme.Parser",
    "a?c, ac",
    "a?c, abbc",
    "?, ''",
    "'', a",
    "*?, ''",
    "a*a, a",
    "Com.*, com.acme",
    "*ab*ab, abcaba",
  })
  void doesNotMatch(String glob, String name) {
    assertThat(new Glob(glob).matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a.b, axb",
    "a+, aa",
    "[ab], a",
    "(a), a",
    "a|b, a",
    "^a$, a",
    "\\w, a",
    "{a}, a",
    "\\Qa\\E, a",
  })
  void charactersOfRegularExpressionsStandForThemselves(String glob, String otherName) {
    assertThat(new Glob(glob).matches(glob)).isTrue();
    assertThat(new Glob(glob).matches(otherName)).isFalse();
  }

  @Test
  void anyMatchesEveryName() {
    assertThat(Glob.ANY.matches("com.acme.Parser.small:·gc.alloc.rate.norm")).isTrue();
  }

  @Test
  void noPatternIsSlow() {
    String name = "a".repeat(5_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(new Glob("*".repeat(5_000) + "b").matches(name)).isFalse();
          assertThat(new Glob("*a".repeat(2_000) + "b").matches(name)).isFalse();
          assertThat(new Glob("*?a".repeat(1_000)).matches(name)).isTrue();
        });
  }

  /** A regular expression is another way to say the same. */
  @Property
  void agreesWithARegularExpression(
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') @Chars({'*', '?'})
          String glob,
      @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String name) {
    String regex = glob.replaceAll("\\*+", ".*").replace('?', '.');
    assertThat(new Glob(glob).matches(name)).isEqualTo(Pattern.matches(regex, name));
  }

  @Property
  void aNameMatchesItself(@ForAll String name) {
    assertThat(new Glob(name).matches(name)).isTrue();
    assertThat(new Glob("*" + name + "*").matches("x" + name + "y")).isTrue();
  }

  @Test
  void needsAText() {
    assertThatThrownBy(() -> new Glob(null)).hasMessage("text is null");
  }
}
