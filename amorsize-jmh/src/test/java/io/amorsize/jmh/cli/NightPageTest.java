package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.page.Browser;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a night of a jar. */
class NightPageTest {

  private static final String SLOW = "org.acme.Month.slow";
  private static final String ONE = "org.acme.Month.one";
  private static final List<String> NAMES =
      List.of(SLOW, ONE, "org.acme.Month.two", "org.acme.lists.Sort.large");

  @TempDir Path folder;

  private NightPlace place;
  private Path jar;

  @BeforeEach
  void open() {
    ScriptedNights forks =
        new ScriptedNights(
            NAMES,
            (benchmark, version) ->
                benchmark.equals(SLOW) && version > 1 ? 12 : benchmark.equals(ONE) ? 5 : 10);
    place = new NightPlace(folder).forks(forks);
    jar = folder.resolve("benchmarks.jar");
  }

  private CommandFixture night(int number, int version, Object... more) {
    place.at(number, Duration.ZERO);
    ScriptedNights.jar(jar, version);
    Object[] all = new Object[3 + more.length];
    all[0] = "--jar";
    all[1] = jar;
    all[2] = "--quick";
    System.arraycopy(more, 0, all, 3, more.length);
    return place.night(all);
  }

  /** An anchor of the first night, a rolling baseline of the second, and a slower third. */
  private CommandFixture thirdNight(int version, Object... more) {
    night(1, 1).exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    night(2, 1).exits(ExitCode.OK);
    return night(3, version, more);
  }

  @Test
  void rowsAreDrawnAgainstEachBaselineWorstFirst() throws IOException {
    CommandFixture failed = thirdNight(2, "--format", "html").exits(ExitCode.REGRESSION);
    Document page = Jsoup.parse(failed.out());
    assertThat(failed.out())
        .isEqualTo(Files.readString(place.last().path().resolve("report.html")));
    assertThat(page.getElementById("answer").text())
        .startsWith("Failed: 1 row confirmed slower (Month.slow +");
    assertThat(page.select("main > section > h2").eachText())
        .containsExactly(
            "Against 'rolling' of 2026-01-02, the rolling baseline: 4 rows, 1 suspect",
            "Against 'main' of 2026-01-01, the anchor: 4 rows, 1 suspect");
    assertThat(page.select("table.forest")).hasSize(2);
    for (Element table : page.select("table.forest")) {
      Element first = table.select("tbody > tr").get(0);
      assertThat(table.select("tbody > tr")).hasSize(4);
      assertThat(first.className()).isEqualTo("slower");
      assertThat(first.select(".name").text()).startsWith("Month.slow");
      assertThat(table.select("tbody > tr.slower")).hasSize(1);
      assertThat(first.select(".interval").text()).matches("\\+1\\d\\.\\d to \\+2\\d\\.\\d %");
    }
    assertThat(page.select("table.forest").get(1).id()).isEqualTo("rows-2");
    assertThat(page.select("#series-trends > li")).hasSize(4);
    assertThat(page.select("[src], [href], [style]")).isEmpty();
  }

  private Document pageOfLast() throws IOException {
    return Jsoup.parse(Files.readString(place.last().path().resolve("report.html")));
  }

  /**
   * The first row of the table has the change that the JSON has; the answer names the worst, which
   * may be the same row against the other baseline.
   */
  @Test
  void answerAndFirstRowAgreeWithTheJson() throws IOException {
    String out = thirdNight(2, "--format", "json").exits(ExitCode.REGRESSION).out();
    JsonNode night = JsonFile.parse("night", out).node();
    Document page = pageOfLast();
    JsonNode rows = JsonFile.readTree(place.last().path().resolve("confirmation.json")).at("/rows");
    JsonNode json = rows.get(0);
    assertThat(json.path("status").asText()).isEqualTo("confirmed");
    assertThat(page.select("#rows tbody tr:first-child td.change").text())
        .isEqualTo(change(json.path("slowdown").doubleValue()));
    double worst =
        rows.valueStream()
            .filter(row -> row.path("status").asText().equals("confirmed"))
            .mapToDouble(row -> row.path("slowdown").doubleValue())
            .max()
            .orElseThrow();
    assertThat(page.getElementById("answer").text()).contains(change(worst));
    JsonNode drawn = JsonFile.parse("data", page.getElementById("data").data()).node();
    assertThat(drawn.at("/rows/0/slowdown")).isEqualTo(json.path("slowdown"));
    assertThat(drawn.at("/rows/0/sentence").asText())
        .startsWith("slower: cost +")
        .contains(". Measured again with both jars in one session; two sessions showed +");
    assertThat(drawn.at("/rows/0/forks/baseMeans")).hasSizeGreaterThan(1);
    assertThat(night.path("text").asText())
        .isEqualTo(page.select("h1").text() + ". " + page.getElementById("answer").text());
    Document session =
        Jsoup.parse(
            CommandFixture.run(
                    "report", place.last().path().resolve("confirm-rolling"), "--format", "html")
                .exits(ExitCode.OK)
                .out());
    assertThat(session.getElementById("answer").text()).startsWith("1 slower, 0 faster");
  }

  private static String change(double slowdown) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * (slowdown - 1));
  }

  /** What two sessions show is no more than a suspect, on the page too. */
  @Test
  void aSuspectThatNobodyMeasuredAgainIsNotCalledSlower() {
    night(1, 1).exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    Path rows =
        new RowsFile().jdk("21.0.5").row(SLOW, 5).row(ONE, 5).write(folder.resolve("rows.json"));
    place.baseline("save", "rolling", rows).exits(ExitCode.OK);
    Document page = Jsoup.parse(night(2, 1, "--format", "html").exits(ExitCode.OK).out());
    assertThat(page.getElementById("answer").text())
        .isEqualTo("Could not tell: 1 suspect still open.");
    Element first = page.select("#rows tbody tr").get(0);
    assertThat(first.className()).isEqualTo("suspect");
    assertThat(first.select(".name").text()).startsWith("Month.slow");
    assertThat(page.select("tr.slower")).isEmpty();
    JsonNode drawn = JsonFile.parse("data", page.getElementById("data").data()).node();
    assertThat(drawn.at("/rows/0/sentence").asText())
        .endsWith(". Not measured again, since baseline 'rolling' keeps no jar.");
  }

  /** From eight nights on a series has a level, and the page shows how each stands. */
  @Test
  void allNightsAreDrawn() throws IOException {
    for (int number = 1; number <= 9; number++) {
      night(number, 1).exits(ExitCode.OK);
    }
    Document page = pageOfLast();
    assertThat(page.select("#series-trends > li")).hasSize(4);
    JsonNode drawn = JsonFile.parse("data", page.getElementById("data-trends").data()).node();
    assertThat(drawn.path("times")).hasSize(9);
  }

  @Test
  void aFirstNightHasItsScores() {
    Document page = Jsoup.parse(night(1, 1, "--format", "html").exits(ExitCode.OK).out());
    assertThat(page.select("table.forest")).isEmpty();
    assertThat(page.select("main table tbody tr")).hasSize(4);
    assertThat(page.getElementById("answer").text())
        .isEqualTo("Nothing was compared: there is no baseline yet.");
  }

  @Test
  void aNightOpensInABrowser() throws IOException {
    String html = thirdNight(2, "--format", "html").exits(ExitCode.REGRESSION).out();
    try (Browser browser = Browser.orSkip()) {
      for (int width : new int[] {360, 1600}) {
        browser.show(width, 900, width == 360);
        browser.open("night", html);
        browser.screenshot("night-" + width);
        assertThat(browser.all("#rows path.point")).hasSize(4);
        assertThat(browser.all("#rows-2 line.interval-line")).hasSize(4);
        browser.one("#rows-2 tbody .name button").click();
        assertThat(browser.all("#rows-2 tr.detail svg.forks circle")).isNotEmpty();
        assertThat(browser.all("#rows tr.detail")).isEmpty();
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
      browser.one("#text").sendKeys("sort");
      assertThat(browser.one("#shown").getText()).isEqualTo("1 of 4 rows.");
      assertThat(browser.one("#shown-2").getText()).isEqualTo("4 rows.");
      assertThat(browser.console()).isEmpty();
    }
  }
}
