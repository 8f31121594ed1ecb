package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.page.Browser;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import picocli.CommandLine;

/** The pages of trends and of suites, from the command to the browser. */
class PagesTest {

  private static final int NIGHTS = 20;
  private static final Instant FIRST = Instant.parse("2026-02-01T02:00:00Z");
  private static final double[] NOISE = {0, 0.4, -0.2, 0.1, -0.3, 0.3, -0.1, 0.2, -0.4};
  private static final String RESULTS =
      """
      {"cpu <b>": {"workload_name": "cpu <b>",
        "optimizer_result": {"n_jobs": 2, "chunksize": 8, "estimated_speedup": 1.9,
          "executor_type": "platform", "reason": "", "warnings": []},
        "benchmark_result": {"serial_time": 0.02, "parallel_time": 0.01, "actual_speedup": 2.0,
          "predicted_speedup": 1.9, "accuracy_percent": 95.0, "error_percent": 5.0,
          "recommendations": []},
        "passed": true, "regression_detected": false, "issues": [],
        "metadata": {"optimizer_time": 0.3,
          "time_breakdown": {"serial_seconds": 0.02, "dispatch_seconds": 0.00002,
            "share_seconds": 0.01, "contention_seconds": 0.00048, "tail_seconds": 0.000005,
            "claim_seconds": 0.000001},
          "speedup_interval": {"lower": 1.9, "upper": 2.1, "confidence": 0.95}}},
       "tiny": {"workload_name": "tiny",
        "optimizer_result": {"n_jobs": 1, "chunksize": 1, "estimated_speedup": 1.0,
          "executor_type": "serial", "reason": "", "warnings": []},
        "benchmark_result": {"serial_time": 0.000005, "parallel_time": 0.000005,
          "actual_speedup": 1.0, "predicted_speedup": 1.0, "accuracy_percent": 100.0,
          "error_percent": 0.0, "recommendations": []},
        "passed": true, "regression_detected": false, "issues": [], "metadata": {}}}
      """;

  @TempDir Path folder;

  private HistoryFixture history;

  @BeforeEach
  void place() {
    history = new HistoryFixture(folder);
  }

  /** The first row is 20 % slower from the thirteenth night on; three nights are missing later. */
  private void record() {
    for (int night = 0; night < NIGHTS; night++) {
      double wobble = 1 + NOISE[night * 5 % NOISE.length] / 100 + night * 1e-5;
      Path file =
          history.night("n" + night + ".json", (night < 12 ? 100 : 120) * wobble, 50 * wobble);
      history
          .run(
              "record",
              file,
              "--commit",
              String.format(Locale.ROOT, "c%06d", night),
              "--time",
              FIRST.plus(Duration.ofDays(night < 17 ? night : night + 3)))
          .exits(ExitCode.OK);
    }
  }

  private String trend(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("trend", "--format", "html"));
    arguments.addAll(List.of(more));
    return history.run(arguments.toArray()).exits(ExitCode.OK).out();
  }

  private Path results() throws IOException {
    return Files.writeString(folder.resolve("results.json"), RESULTS);
  }

  @Test
  void theTrendsPageSaysWhatTheOtherFormsSay() {
    record();
    Document page = Jsoup.parse(trend());
    String headline = page.getElementById("answer").text();
    assertThat(history.run("trend").inOneLine()).contains(headline);
    assertThat(headline).startsWith("2 series, 1 change of level: 1 worse");
    assertThat(page.select("#series > li")).hasSize(2);
    assertThat(page.select("#series > li").get(0).className()).isEqualTo("slower");
    assertThat(page.select("#series > li").get(0).text())
        .contains("A.first", "us/op", "2026-02-13");
    assertThat(page.select("[src], [href], [style]")).isEmpty();
    assertThat(page.select("details table")).isNotEmpty();
    var json = history.run("trend", "--format", "json").json();
    var data = JsonFile.parse("data", page.getElementById("data").data()).node();
    assertPointsAreDrawn(data.at("/series/0"), json.at("/series/0/points"));
    assertThat(data.at("/series/0/segments/1/2")).isEqualTo(json.at("/series/0/segments/1/level"));
    assertThat(data.at("/series/0/noise")).isEqualTo(json.at("/series/0/noise"));
    assertThat(data.at("/gaps")).hasSameSizeAs(json.at("/gaps"));
  }

  /** Read back, a score is within a step of what the document says. */
  private static void assertPointsAreDrawn(JsonNode drawn, JsonNode told) {
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String points = drawn.path("points").textValue();
    assertThat(points).hasSize(2 * told.size());
    double low = drawn.path("low").doubleValue();
    double step = (drawn.path("high").doubleValue() - low) / 999;
    for (int night = 0; night < told.size(); night++) {
      int value =
          64 * digits.indexOf(points.charAt(2 * night))
              + digits.indexOf(points.charAt(2 * night + 1));
      assertThat(low + step * (value % 1000))
          .isCloseTo(told.get(night).path("adjusted").doubleValue(), within(step));
    }
  }

  @Test
  void aTrendOpensInABrowser() throws IOException {
    record();
    Path policy =
        history.file(
            "policy.toml",
            """
            [[accepted]]
            benchmark = "p.A.first"
            up_to = "25%"
            reason = "checks </script> every input"
            since = 2026-02-13
            """);
    try (Browser browser = Browser.orSkip()) {
      for (int width : new int[] {360, 1280}) {
        browser.show(width, 800, width == 360);
        browser.open(
            "trend", trend("--commit-url", "https://example.org/c/{commit}", "--policy", policy));
        browser.one("#series button").click();
        browser.screenshot("trend-" + width);
        assertThat(browser.all("li.large circle")).hasSize(NIGHTS);
        assertThat(browser.all("li.large line.segment")).hasSize(2);
        assertThat(browser.all("li.large line.shift.accepted")).hasSize(1);
        assertThat(browser.all("li.large rect.gap")).hasSize(1);
        assertThat(browser.one("li.large a").getAttribute("href"))
            .isEqualTo("https://example.org/c/c000012");
        assertThat(browser.one("li.large table").getText())
            .contains("accepted: checks </script> every input", "c000011..c000012");
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
      browser.one("#text").sendKeys("second");
      List<WebElement> shown = browser.all("#series > li:not([hidden]):not(.large)");
      assertThat(shown).hasSize(1);
      assertThat(browser.one("#shown").getText()).isEqualTo("1 of 2 series.");
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void aCommitIsLinkedToTheWebAlone() {
    record();
    history
        .run("trend", "--format", "html", "--commit-url", "javascript:alert('{commit}')")
        .refusesWith("must begin with https:// or http:// and hold {commit}");
    history
        .run("trend", "--format", "html", "--commit-url", "https://example.org/")
        .refusesWith("hold {commit}");
  }

  @Test
  void aSuiteOpensInABrowser() throws IOException {
    String html = CommandFixture.run("report", results(), "--format", "html").out();
    assertThat(Jsoup.parse(html).select("b")).isEmpty();
    try (Browser browser = Browser.orSkip()) {
      for (int width : new int[] {360, 1280}) {
        browser.show(width, 900, false);
        browser.open("suite", html);
        browser.screenshot("suite-" + width);
        assertThat(browser.all("#speedups circle")).hasSize(2);
        assertThat(browser.all("#speedups line.interval")).hasSize(1);
        assertThat(browser.all("#accuracy rect.bar")).hasSize(2);
        assertThat(browser.all("td.bars rect.serial")).hasSize(2);
        assertThat(browser.all("td.bars rect.part")).hasSize(5);
        assertThat(browser.all("td.bars line.tick")).hasSize(2);
        assertThat(browser.one("table.times tbody").getText())
            .contains("20.0 ms", "10.5 ms", "95.2", "4.6");
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void aResultIsShownAgain() throws IOException {
    Path file = results();
    CommandFixture text = CommandFixture.run("report", file).exits(ExitCode.OK);
    assertThat(text.out())
        .containsPattern("cpu <b> +2 x 8 +1.90x +2.00x +1.90 to 2.10 +95.0 % +pass")
        .contains("2 passed, 0 failed, 0 could not be told.");
    assertThat(CommandFixture.run("report", file, "--format", "json").out())
        .contains("\"actual_speedup\" : 2.0");
    CommandFixture.run("report", folder.resolve("nothing.json"))
        .refusesWith("nothing.json: there is no such file");
    CommandFixture.run("report", folder).refusesWith("this folder holds no JMH result");
  }

  @Test
  void anybodysResultOfJmhIsShown() throws IOException {
    Path file =
        new RowsFile()
            .row("p.A.<img src=x onerror=alert(1)>", "avgt", "us/op", RowsFile.forks(10, 3, 0.01))
            .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(48, 3, 0))
            .row("p.B.second", "avgt", "us/op", RowsFile.forks(2.5, 5, 0.02))
            .param("size", "1000")
            .write(folder.resolve("anybodys.json"));
    assertThat(CommandFixture.run("report", file).exits(ExitCode.OK).outInOneLine())
        .contains("2 rows, 3 to 5 forks each.")
        .containsPattern("B.second size=1000 2.5[0-9]+ +[0-9.]+ % +us/op +5")
        .contains("Measured besides", "gc.alloc.rate.norm");
    String html = CommandFixture.run("report", file, "--format", "html").out();
    var json =
        JsonFile.parse("rows", CommandFixture.run("report", file, "--format", "json").out()).node();
    assertThat(json.at("/rows")).hasSize(3);
    try (Browser browser = Browser.orSkip()) {
      for (int width : new int[] {360, 1280}) {
        browser.show(width, 800, width == 360);
        browser.open("rows", html);
        browser.one("#rows tbody .name button").click();
        browser.screenshot("rows-" + width);
        assertThat(browser.all("#rows tr.detail svg.forks circle"))
            .hasSize(json.at("/rows/0/iterations").intValue());
        assertThat(browser.all("#rows tr.detail svg.forks line.mean")).hasSize(3);
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .isLessThanOrEqualTo(width);
      }
      assertThat(browser.all("img")).isEmpty();
      assertThat(browser.all("#rows line.fork-mean")).hasSize(8);
      browser.one("[data-sort=score]").click();
      assertThat(browser.one("#rows tbody .name").getText()).contains("<img src=x");
      browser.one("#text").sendKeys("second");
      assertThat(browser.one("#shown").getText()).isEqualTo("1 of 2 rows.");
      assertThat(browser.console()).isEmpty();
    }
  }

  @Test
  void aResultIsOpenedAsAPage() throws IOException {
    Path file = results();
    List<Path> shown = new ArrayList<>();
    CommandFixture run =
        CommandFixture.line(
            terminal -> new CommandLine(new ReportCommand(terminal, shown::add)), file, "--open");
    Path page = folder.resolve("results.html");
    assertThat(run.exits(ExitCode.OK).err()).contains("Next: look at " + page);
    assertThat(shown).containsExactly(page);
    assertThat(page).content().startsWith("<!DOCTYPE html>");
    Path session = Files.createDirectory(folder.resolve("session"));
    Files.writeString(session.resolve("report.html"), "as it was");
    CommandFixture again =
        CommandFixture.line(
            terminal -> new CommandLine(new ReportCommand(terminal, any -> false)),
            session,
            "--open");
    assertThat(again.exits(ExitCode.OK).err())
        .contains("Next: open " + session.resolve("report.html") + " in a browser");
    assertThat(session.resolve("report.html")).content().isEqualTo("as it was");
  }

  @Test
  void everySystemHasItsCommand() {
    Path page = folder.resolve("a b.html");
    assertThat(PageViewer.command("Linux", page)).first().isEqualTo("xdg-open");
    assertThat(PageViewer.command("Mac OS X", page)).first().isEqualTo("open");
    assertThat(PageViewer.command("Windows 11", page)).first().isEqualTo("rundll32");
    assertThat(PageViewer.command("Linux", page).get(1))
        .startsWith("file:///")
        .endsWith("a%20b.html");
  }
}
