package io.amorsize.jmh.report;

import static io.amorsize.jmh.report.GoldenNumbers.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.verdict.Comparison;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form, letter by letter; digits beyond the sixth may differ between platforms. */
class ComparisonGoldenTest {

  private static final Locale BEFORE = Locale.getDefault();

  /**
   * A form of the comparison that holds everything.
   *
   * @param file the golden file
   * @param text what is written now
   */
  record Form(String file, Supplier<String> text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Form> forms() {
    Comparison mixed = Comparisons.mixed();
    ComparisonReport report =
        ComparisonReport.of(mixed, Comparisons.base(), Comparisons.current("21.0.5"));
    ComparisonReport session = ComparisonReport.of(Sessions.mixed());
    return List.of(
        new Form("mixed.txt", () -> new ComparisonText(80, false, false).write(report)),
        new Form("mixed-wide.txt", () -> new ComparisonText(120, false, true).write(report)),
        new Form("mixed.md", () -> ComparisonMarkdown.write(report)),
        new Form("mixed.json", () -> ComparisonJson.write(mixed)),
        new Form("mixed.csv", () -> ComparisonCsv.write(mixed)),
        new Form("mixed.xml", () -> JunitXml.write(mixed, false)),
        new Form("mixed.github", () -> GitHubAnnotations.lines(mixed)),
        new Form("session.txt", () -> new ComparisonText(80, false, false).write(session)),
        new Form("session.md", () -> ComparisonMarkdown.write(session)),
        new Form(
            "session.json", () -> ComparisonJson.write(session.comparison(), session.session())),
        new Form(
            "suspect.txt", () -> new ComparisonText(80, false, true).write(Comparisons.suspect())),
        new Form(
            "other-jdk.txt",
            () -> new ComparisonText(80, false, true).write(Comparisons.otherJdk())));
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isWrittenAsBefore(Form form) throws IOException {
    // What is written now stands in target/golden, to be looked at and, if it is better, taken.
    Path written = Path.of("target", "golden", form.file());
    Files.createDirectories(written.getParent());
    Files.writeString(written, form.text().get());
    assertThat(rounded(form.text().get())).isEqualTo(rounded(golden(form.file())));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isWrittenAlikeWhereDecimalsHaveCommas(Form form) throws IOException {
    Locale.setDefault(Locale.GERMANY);
    assertThat(rounded(form.text().get())).isEqualTo(rounded(golden(form.file())));
  }

  @Test
  void roundingSeesTheSixthDigit() {
    assertThat(rounded("1.234561234")).isEqualTo(rounded("1.234561235"));
    assertThat(rounded("1.23456")).isNotEqualTo(rounded("1.23457"));
  }

  /** Git may have changed the ends of lines, which a test of CSV looks at. */
  private static String golden(String file) throws IOException {
    try (InputStream in = ComparisonGoldenTest.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return file.endsWith(".csv") ? text.replace("\r", "").replace("\n", "\r\n") : text;
    }
  }
}
