package io.amorsize.jmh.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.Comparisons;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * An evaluation: how long a browser takes for a large page. What it takes is printed, not judged.
 */
class PageSpeedTest {

  private static final int ROWS = 586;
  private static final int NIGHTS = 1000;
  private static final int SERIES = 300;

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.orSkip();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  /** Milliseconds from a change to two frames later, when the browser has laid out and drawn it. */
  private static double timed(String change) {
    Object elapsed =
        browser.run(
            "const begin = performance.now();"
                + change
                + "; return new Promise(done => requestAnimationFrame(() =>"
                + " requestAnimationFrame(() => done(performance.now() - begin))));");
    return ((Number) elapsed).doubleValue();
  }

  private static void evaluate(String what, Comparison comparison) {
    long begin = System.nanoTime();
    String page = ComparisonPage.write(ComparisonReport.of(comparison));
    double written = (System.nanoTime() - begin) / 1e6;
    browser.show(1280, 800, false);
    browser.open("speed-" + comparison.rows().size(), page);
    double opened = browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd");
    String type = "text.value = 'zzz'; text.dispatchEvent(new Event('input', {bubbles: true}))";
    double filtered = timed("const text = document.getElementById('text'); " + type);
    assertThat(browser.all("#rows tbody tr:not([hidden])")).isEmpty();
    double shown =
        timed("const text = document.getElementById('text'); " + type.replace("'zzz'", "''"));
    assertThat(browser.all("#rows tbody tr:not([hidden])")).hasSize(comparison.rows().size());
    double sorted = timed("document.querySelector('[data-sort=slowdown]').click()");
    double unfolded = timed("document.querySelector('#rows tbody .name button').click()");
    System.out.printf(
        Locale.ROOT,
        "Page of %d %s rows, %d kB: written in %.0f ms, opened in %.0f, all rows hidden in %.0f, shown"
            + " again in %.0f, sorted in %.0f, a row unfolded in %.0f%n",
        comparison.rows().size(),
        what,
        page.length() / 1000,
        written,
        opened,
        filtered,
        shown,
        sorted,
        unfolded);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void manyNightsOfManySeries() {
    TrendDocument document = LongTrends.of(NIGHTS, SERIES);
    long begin = System.nanoTime();
    String page = TrendPage.write(document, CommitLinks.NONE);
    double written = (System.nanoTime() - begin) / 1e6;
    assertThat(page.length()).isLessThan(2_000_000);
    browser.show(1280, 800, false);
    browser.open("speed-trend", page);
    double opened = browser.number("performance.getEntriesByType('navigation')[0].loadEventEnd");
    String type = "text.value = 'zzz'; text.dispatchEvent(new Event('input', {bubbles: true}))";
    double filtered = timed("const text = document.getElementById('text'); " + type);
    assertThat(browser.all("#series > li:not([hidden])")).isEmpty();
    double shown =
        timed("const text = document.getElementById('text'); " + type.replace("'zzz'", "''"));
    double unfolded = timed("document.querySelector('#series button').click()");
    assertThat(browser.all("li.large circle")).hasSize(NIGHTS);
    double end = timed("window.scrollTo(0, document.body.scrollHeight)");
    System.out.printf(
        Locale.ROOT,
        "Page of %d nights x %d series, %d kB: written in %.0f ms, opened in %.0f, all series hidden"
            + " in %.0f, shown again in %.0f, a series unfolded in %.0f, scrolled to the end in"
            + " %.0f%n",
        NIGHTS,
        SERIES,
        page.length() / 1000,
        written,
        opened,
        filtered,
        shown,
        unfolded,
        end);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void inventedRows() {
    evaluate("invented", Comparisons.many(ROWS));
  }

  @Test
  @EnabledIfEnvironmentVariable(
      named = "AMORSIZE_DATA",
      matches = ".+",
      disabledReason = "AMORSIZE_DATA names no folder with recorded JMH results")
  void recordedRows() {
    Path file = Path.of(System.getenv("AMORSIZE_DATA"), "steady", "dev-5s-100x100ms.json.gz");
    BenchmarkRun run = new JmhResultReader().read(file);
    evaluate("recorded", Comparison.of(run, run, DecisionRule.defaults()));
  }
}
