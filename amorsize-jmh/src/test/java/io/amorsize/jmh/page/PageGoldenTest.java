package io.amorsize.jmh.page;

import static io.amorsize.jmh.report.GoldenNumbers.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.Comparisons;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.report.Tone;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages letter by letter, without style and script; digits beyond the sixth may differ between
 * platforms.
 */
class PageGoldenTest {

  private static final Locale BEFORE = Locale.getDefault();

  @TempDir Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  private String written(String page) throws IOException {
    return switch (page) {
      case "comparison" ->
          ComparisonPage.write(
              ComparisonReport.of(
                  Comparisons.mixed(), Comparisons.base(), Comparisons.current("21.0.5")));
      case "rows" ->
          RowsPage.write(
              new JmhResultReader()
                  .read(
                      new RowsFile()
                          .row("p.A.first", "avgt", "us/op", RowsFile.forks(10, 3, 0.01))
                          .param("size", "1000")
                          .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(48, 3, 0))
                          .row("p.A.<b>", "avgt", "us/op", RowsFile.forks(2.5, 1, 0.01))
                          .write(folder.resolve("rows.json")))
                  .named("rows.json"));
      case "trend" ->
          TrendPage.write(LongTrends.of(24, 3), CommitLinks.of("https://example.org/c/{commit}"));
      case "night" -> night();
      default -> suite();
    };
  }

  private static String night() {
    ComparisonReport between =
        ComparisonReport.of(Comparisons.mixed(), Comparisons.base(), Comparisons.current("21.0.5"));
    NightPage.Against against =
        new NightPage.Against(
            "Against 'main' of 2026-01-31, the anchor",
            "8 rows, 2 suspect",
            List.of("two sessions of one code differ by 1.0 % (sd, middle row), which is counted"),
            between,
            between,
            row -> row.suspect() ? "Not measured again, since 'main' keeps no <jar>." : "");
    Paragraph broken = new Paragraph("w <b>: too slow", Tone.BAD);
    Paragraph host = new Paragraph("cpu-turbo: on (bar: off)", Tone.FAINT);
    return NightPage.write(
        new Report(
            "Night 20260201-023000",
            "Failed: 1 criterion broken.",
            Tone.BAD,
            List.of(),
            "Next: look."),
        new NightPage.Parts(
            List.of(new Section.Notes("Criteria that were broken:", List.of(broken))),
            List.of(Paragraph.of("False alarms: none.")),
            List.of(Paragraph.of("One change of level came to light.")),
            List.of(new Section.Notes("The host:", List.of(host)))),
        List.of(against),
        List.of(),
        Optional.of(LongTrends.of(24, 3)));
  }

  private static String suite() throws IOException {
    Path results = Path.of("src", "test", "resources");
    Collection<PerformanceResult> read =
        PerformanceResultJson.read(results.resolve("io/amorsize/jmh/page/performance_results.json"))
            .values();
    return SuitePage.write(
        SuiteReport.of(
            read, SuiteReport.host(read), Optional.empty(), "Not compared", "Next: look."),
        read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"comparison", "rows", "suite", "trend", "night"})
  void isWrittenAsBefore(String page) throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMANY)) {
      Locale.setDefault(locale);
      String now = withoutAssets(written(page));
      // What is written now stands in target/golden, to be looked at and, if it is better, taken.
      Path target = Path.of("target", "golden", page + ".html");
      Files.createDirectories(target.getParent());
      Files.writeString(target, now);
      assertThat(rounded(now)).as(locale.toString()).isEqualTo(rounded(golden(page + ".html")));
    }
  }

  private static String withoutAssets(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "<style></style>")
        .replaceAll("(?s)<script>.*?</script>", "<script></script>")
        .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-");
  }

  private static String golden(String file) throws IOException {
    try (InputStream in = PageGoldenTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
