package io.amorsize.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.ResultFormatException;
import io.amorsize.unit.Better;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {

  private static final String FORMS =
      "; write 5%, 0.05, 1.05x, or strict (5%), moderate (10%), lenient (20%)";
  private static final String ACCEPTED =
      "[[accepted]]\nbenchmark = 'a'\nup_to = '5%'\nreason = 'why'\n";

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

  /** The example of the class comment. */
  private static String example() throws IOException {
    String source = Files.readString(Path.of("src/main/java/io/amorsize/policy/PolicyFile.java"));
    return source
        .substring(source.indexOf("<pre>") + "<pre>".length(), source.indexOf("</pre>"))
        .replaceAll("(?m)^ \\* ?", "");
  }

  @Test
  void readsTheExampleOfItsComment() throws IOException {
    Policy policy = PolicyFile.read(file(example()));
    assertThat(policy.expected()).containsExactly(new Glob("com.acme.*"));
    assertThat(policy.rules())
        .containsExactly(
            new PolicyRule(
                new Glob("com.acme.Parser*"),
                new Glob("primary"),
                OptionalDouble.of(0.05),
                OptionalDouble.of(0.08),
                Optional.empty()));
    assertThat(policy.accepted())
        .containsExactly(
            new AcceptedChange(
                new Glob("com.acme.Parser.large"),
                new Glob("primary"),
                0.12,
                "checks every input now",
                "ann",
                Optional.of(LocalDate.of(2026, 12, 31)),
                Optional.of(LocalDate.of(2026, 1, 31))));
    assertThat(policy.renames()).isEqualTo(Map.of("com.acme.OldName.run", "com.acme.NewName.run"));
  }

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    Policy policy = PolicyFile.read(file("[[rule]]\n" + ACCEPTED));
    assertThat(policy.rules())
        .containsExactly(
            new PolicyRule(
                Glob.ANY,
                new Glob("primary"),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty()));
    assertThat(policy.accepted())
        .containsExactly(
            new AcceptedChange(
                new Glob("a"), new Glob("primary"), 0.05, "why", "", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing yet\r\n", "\uFEFF", "expected = []"})
  void nothingWrittenIsNothingAgreed(String text) throws IOException {
    assertThat(PolicyFile.read(file(text))).isEqualTo(Policy.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.05", "5e-2", "'5%'", "'0.05'", "'1.05x'", "'strict'"})
  void sharesAreNumbersOrTexts(String value) throws IOException {
    Policy policy = PolicyFile.read(file("[[rule]]\nthreshold = " + value + "\n"));
    assertThat(policy.rules().get(0).threshold()).hasValue(0.05);
  }

  @ParameterizedTest
  @CsvSource({"lower, LOWER", "higher, HIGHER"})
  void readsDirections(String word, Better better) throws IOException {
    Policy policy = PolicyFile.read(file("[[rule]]\nbetter = '" + word + "'\n"));
    assertThat(policy.rules().get(0).better()).contains(better);
  }

  @Test
  void aDateMayBeAText() throws IOException {
    Policy policy = PolicyFile.read(file(ACCEPTED + "until = '2026-12-31'\n"));
    assertThat(policy.accepted().get(0).until()).contains(LocalDate.of(2026, 12, 31));
  }

  @Test
  void aMissingFile() {
    Path file = folder.resolve("none.toml");
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(file + ": there is no such file");
  }

  @Test
  void aFolder() {
    assertThatThrownBy(() -> PolicyFile.read(folder))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder + ": is a folder; name a file in it");
  }

  @Test
  void aFileBelowAFile() throws IOException {
    Path file = file("").resolve("policy.toml");
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(file + ": cannot be read: ");
  }

  @Test
  void notUtf8() throws IOException {
    Path file = folder.resolve("latin1.toml");
    Files.write(file, "# für\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(file + ": is not a text in UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "'[[rule]\n', 2, 1, 'Unexpected token: Got STD_TABLE_CLOSE, expected ARRAY_TABLE_CLOSE'",
    "'expected = [\"a\"\n', 2, 1, Premature end of file",
    "'\n\nrule', 3, 5, Premature end of file",
    "'expected = []\nexpected = []', 2, 14, Duplicate key",
    "'[renames]\na = \"b\"\na = \"c\"', 3, 8, Duplicate key",
    "'{\"rule\": []}', 1, 1, Unknown token",
  })
  void notToml(String text, int line, int column, String problem) throws IOException {
    refused(text, "not TOML from line " + line + ", column " + column + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules = []|rules is not known here; known are rule, accepted, renames, expected",
        "[[rule]]\\ntreshold = '5%'|rule[0].treshold is not known here; known are benchmark,"
            + " metric, threshold, margin, better",
        "[[rule]]\\n[[rule]]\\nupTo = 1|rule[1].upTo is not known here; known are benchmark,"
            + " metric, threshold, margin, better",
        "[[accepted]]\\nupto = '5%'|accepted[0].upto is not known here; known are benchmark,"
            + " metric, up_to, reason, by, until, since",
      })
  void anUnknownKey(String text, String sentence) throws IOException {
    refused(text.replace("\\n", "\n"), sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule = 5|rule must be an array, is 5",
        "rule = [5]|rule[0] must be an object, is 5",
        "[rule]\\nmargin = '5%'|rule must be an array, is {\"margin\":\"5%\"}",
        "accepted = 'x'|accepted must be an array, is \"x\"",
        "expected = 'com.acme.*'|expected must be an array, is \"com.acme.*\"",
        "expected = [1]|expected[0] must be text, is 1",
        "renames = 'x'|renames must be an object, is \"x\"",
        "[renames]\\n'a.b' = 1|renames.a.b must be text, is 1",
        "[renames]\\na.b = 'c.d'|renames.a must be a new name; put an old name that has dots in"
            + " quotes",
        "[[rule]]\\nbenchmark = 1|rule[0].benchmark must be text, is 1",
        "[[rule]]\\nmetric = []|rule[0].metric must be text, is []",
        "[[rule]]\\nmargin = true|rule[0].margin must be text, is true",
        "[[rule]]\\nbetter = 1|rule[0].better must be text, is 1",
        "[[rule]]\\nbetter = 'unknown'|rule[0].better must be lower or higher, is unknown",
        "[[rule]]\\nbetter = 'Lower'|rule[0].better must be lower or higher, is Lower",
      })
  void aWrongType(String text, String sentence) throws IOException {
    refused(text.replace("\\n", "\n"), sentence);
  }

  @Test
  void aThresholdOfFive() throws IOException {
    String sentence =
        "'5' is not a threshold between 0 and 100 %"
            + " (a bare number is a share: 5 would be 500 %)"
            + FORMS;
    refused("[[rule]]\nthreshold = 5", "rule[0].threshold cannot be used: " + sentence);
    refused("[[rule]]\nthreshold = '5'", "rule[0].threshold cannot be used: " + sentence);
    refused("[[rule]]\nmargin = 5", "rule[0].margin cannot be used: " + sentence);
    refused(
        "[[accepted]]\nbenchmark = 'a'\nreason = 'why'\nup_to = 5",
        "accepted[0].up_to cannot be used: " + sentence);
  }

  @ParameterizedTest
  @CsvSource({"nan, NaN", "inf, Infinity", "-0.1, -0.1", "1e999999999, 1E+999999999"})
  void aThresholdThatIsNone(String value, String shown) throws IOException {
    refused(
        "[[rule]]\nthreshold = " + value,
        "rule[0].threshold cannot be used: '"
            + shown
            + "' is not a threshold between 0 and 100 %"
            + FORMS);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13-31, 2026-13-31",
    "2026-02-30, 2026-02-30",
    "'''31.12.2026''', 31.12.2026",
    "2026-12-31T00:00:00Z, 2026-12-31T00:00:00Z",
    "2026, 2026",
  })
  void aBadDate(String value, String shown) throws IOException {
    refused(
        ACCEPTED + "until = " + value,
        "accepted[0].until must be a date such as 2026-12-31, is " + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "reason = 'why', accepted[0].reason must be text",
    "up_to = '5%', accepted[0].up_to is missing",
    "benchmark = 'a', accepted[0].benchmark must be text",
  })
  void aMissingPartOfAnAcceptedChange(String part, String sentence) throws IOException {
    String missing = sentence.endsWith("text") ? sentence + ", is missing" : sentence;
    refused(ACCEPTED.replace(part, ""), missing);
  }

  @Test
  void anEmptyReason() throws IOException {
    refused(
        ACCEPTED.replace("why", " "),
        "accepted[0] cannot be used: an accepted change needs a reason");
  }

  @Test
  void aDateThatIsNeither() throws IOException {
    refused(ACCEPTED + "until = [1]", "accepted[0].until must be text, is [1]");
  }

  @Test
  void aManifestHasAPatternInEachLine() throws IOException {
    Path file = file("\uFEFFcom.acme.A.*\r\n\r\n  # not yet\n  com.acme.B.run \n");
    assertThat(PolicyFile.readManifest(file))
        .containsExactly(new Glob("com.acme.A.*"), new Glob("com.acme.B.run"));
    assertThatThrownBy(() -> PolicyFile.readManifest(folder.resolve("none")))
        .isInstanceOf(ResultFormatException.class)
        .hasMessage(folder.resolve("none") + ": there is no such file");
  }
}
