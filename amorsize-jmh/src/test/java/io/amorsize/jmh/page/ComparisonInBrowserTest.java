package io.amorsize.jmh.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.Comparisons;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.verdict.RowComparison;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a comparison as a reader meets it. */
class ComparisonInBrowserTest {

  private static final ComparisonReport MIXED =
      ComparisonReport.of(Comparisons.mixed(), Comparisons.base(), Comparisons.current("21.0.5"));

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

  @BeforeEach
  void open() {
    browser.show(1280, 800, false);
    browser.open("comparison", ComparisonPage.write(MIXED));
  }

  private static List<String> names() {
    return browser.all("#rows tbody tr:not([hidden]):not(.detail) th.name").stream()
        .map(WebElement::getText)
        .map(text -> text.replace('\n', ' '))
        .toList();
  }

  private static void click(String selector) {
    browser.one(selector).click();
  }

  @Test
  void theAnswerAndTheFirstRowAreSeenAtOnceAndAgreeWithTheJson() throws Exception {
    JsonNode json = new JsonMapper().readTree(ComparisonJson.write(MIXED.comparison()));
    for (int width : new int[] {360, 1280, 1600}) {
      browser.show(width, 800, false);
      browser.open("comparison", ComparisonPage.write(MIXED));
      browser.screenshot("comparison-" + width);
      assertThat(browser.one("#answer").getText())
          .startsWith(json.at("/summary/slower").asText() + " slower");
      WebElement first = browser.one("#rows tbody tr");
      assertThat(first.getRect().getY() + first.getRect().getHeight())
          .as("foot of the first row, %d pixels wide", width)
          .isLessThan(800);
    }
    JsonNode worst = null;
    for (JsonNode row : json.path("rows")) {
      boolean slower = row.path("verdict").asText().equals("slower");
      if (slower
          && (worst == null
              || row.path("slowdown").asDouble() > worst.path("slowdown").asDouble())) {
        worst = row;
      }
    }
    String method = worst.path("benchmark").asText();
    assertThat(names().get(0)).contains(method.substring(method.lastIndexOf('.') + 1));
  }

  @Test
  void everyRowWithAChangeHasOneMark() {
    long changes =
        MIXED.comparison().rows().stream()
            .filter(row -> row.change().slowdown().isPresent())
            .count();
    long intervals =
        MIXED.comparison().rows().stream()
            .filter(row -> row.change().interval().isPresent())
            .count();
    assertThat(browser.all("#rows td.plot path.point")).hasSize((int) changes);
    assertThat(browser.all("#rows td.plot line.interval-line")).hasSize((int) intervals);
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void marksStandWhereTheAxisSays() {
    double zero =
        browser.number(
            "[...document.querySelectorAll('#axis span')].find(s => s.textContent === '0')"
                + ".getBoundingClientRect().x");
    for (WebElement row : browser.all("#rows tbody tr.slower")) {
      double x =
          browser.number("arguments[0].querySelector('path.point').getBoundingClientRect().x", row);
      assertThat(x).as("a slower row's mark, right of 0").isGreaterThan(zero);
    }
  }

  @Test
  void rowsAreFilteredByVerdictTextAndParameter() {
    int all = names().size();
    assertThat(all).isEqualTo(MIXED.comparison().rows().size());
    click("[data-verdict=same]");
    click("[data-verdict=cannot-tell]");
    assertThat(browser.all("#rows tbody tr.same:not([hidden])")).isEmpty();
    assertThat(browser.one("#shown").getText()).isEqualTo(names().size() + " of " + all + " rows.");
    browser.one("#text").sendKeys("SORT listbench");
    assertThat(names()).isNotEmpty().allMatch(name -> name.contains("sort"));
    browser.one("#text").sendKeys(" nothing-has-this");
    assertThat(names()).isEmpty();
    click("#filters [type=reset]");
    assertThat(browser.run("return new Promise(done => setTimeout(done, 50))")).isNull();
    assertThat(names()).hasSize(all);
    click(".parameters summary");
    browser.one("[data-choice='param:size']").sendKeys("1000000");
    assertThat(names()).isNotEmpty().hasSizeLessThan(all).allMatch(n -> n.contains("=1000000"));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void rowsAreSortedByWhatIsClicked() {
    click("[data-sort=name]");
    List<String> descending = names();
    click("[data-sort=name]");
    assertThat(browser.one("#rows th.name").getAttribute("aria-sort")).isEqualTo("ascending");
    List<String> ascending = names();
    assertThat(ascending).isSorted();
    assertThat(descending).hasSameSizeAs(ascending).isNotEqualTo(ascending);
    click("[data-sort=slowdown]");
    assertThat(browser.all("[aria-sort]")).hasSize(1);
    List<?> changes =
        (List<?>)
            browser.run(
                "return [...document.querySelectorAll('#rows tbody .change')]"
                    + ".map(cell => cell.textContent).filter(text => text.endsWith('%'))"
                    + ".map(parseFloat)");
    assertThat(changes).hasSizeGreaterThan(6);
    double before = Double.POSITIVE_INFINITY;
    for (Object change : changes) {
      assertThat(((Number) change).doubleValue()).isLessThanOrEqualTo(before);
      before = ((Number) change).doubleValue();
    }
  }

  @Test
  void aRowOpensByKeyboardAndShowsItsForks() {
    browser.run("document.querySelector('#rows tbody .name button').focus()");
    WebElement button = browser.one("#rows tbody .name button");
    button.sendKeys(Keys.ENTER);
    assertThat(button.getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(browser.all("tr.detail circle")).hasSize(2 * 5 * 10);
    assertThat(browser.all("tr.detail line.mean")).hasSize(10);
    assertThat(browser.one("tr.detail .words").getText()).startsWith("slower: ");
    assertThat(browser.one("tr.detail svg").getAttribute("aria-label")).contains("5 forks");
    browser.screenshot("comparison-open");
    button.sendKeys(Keys.ENTER);
    assertThat(browser.one("tr.detail").isDisplayed()).isFalse();
    for (WebElement other : browser.all("#rows tbody .name button")) {
      other.click();
    }
    assertThat(browser.all("tr.detail")).hasSize(MIXED.comparison().rows().size());
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aRowShowsTheWarmUpThatWasKept() {
    RowComparison row = MIXED.comparison().rows().get(0);
    Measurements warmup =
        new Measurements(
            row.unit(), List.of(Fork.of(40, 20, 15, 13, 12.5), Fork.of(38, 19, 15, 13, 12.4)));
    Warmups kept = new Warmups(Map.of(row.base().key(), warmup), Map.of());
    browser.open("comparison-warmup", ComparisonPage.write(MIXED, kept));
    for (WebElement button : browser.all("#rows tbody .name button")) {
      button.click();
    }
    assertThat(browser.all("svg.warmup")).hasSize(1);
    assertThat(browser.all("svg.warmup .base path")).hasSize(2);
    assertThat(browser.all("svg.warmup .current path")).isEmpty();
    browser.run("document.querySelector('svg.warmup').scrollIntoView({block: 'center'})");
    browser.screenshot("comparison-warmup");
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void aDarkPageIsDarkAndReadable() {
    browser.show(1280, 800, true);
    browser.open("comparison-dark", ComparisonPage.write(MIXED));
    browser.screenshot("comparison-dark");
    assertThat(contrast("body")).isGreaterThan(7);
    for (String part : List.of(".facts dt", "tr.slower .change", "td.interval", "tr .mark")) {
      assertThat(contrast(part)).as(part + ", dark").isGreaterThan(4.5);
    }
    browser.show(1280, 800, false);
    for (String part : List.of("body", ".facts dt", "tr.slower .change", "td.interval")) {
      assertThat(contrast(part)).as(part + ", light").isGreaterThan(4.5);
    }
  }

  /** Contrast of an element's text with the page, by WCAG 2.1: 4.5 is its bar for text. */
  private static double contrast(String selector) {
    return browser.number(
        """
        ((selector) => {
          const light = colour => {
            const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
              .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
          };
          const ink = light(getComputedStyle(document.querySelector(selector)).color);
          const paper = light(getComputedStyle(document.body).backgroundColor);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        })(arguments[0])
        """
            .strip(),
        selector);
  }

  @Test
  void aNarrowWindowDoesNotScrollSideways() {
    for (int width : new int[] {360, 700, 1600}) {
      browser.show(width, 740, width == 360);
      browser.open("comparison-narrow", ComparisonPage.write(MIXED));
      for (WebElement button : browser.all("#rows tbody .name button").subList(0, 2)) {
        button.click();
      }
      browser.screenshot("comparison-open-" + width);
      assertThat(browser.number("document.documentElement.scrollWidth"))
          .as("width of the page in a window of %d", width)
          .isLessThanOrEqualTo(width);
    }
  }

  @Test
  void aNameThatIsMarkupStaysText() {
    browser.open(
        "comparison-hostile", ComparisonPage.write(ComparisonReport.of(Comparisons.hostile())));
    browser.all("#rows tbody .name button").forEach(WebElement::click);
    browser.screenshot("comparison-hostile");
    assertThat(browser.all("img")).isEmpty();
    assertThat(names()).anyMatch(name -> name.contains("<img src=x onerror=alert(1)>"));
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void whatIsInjectedDoesNotRun() {
    browser.run(
        "document.body.insertAdjacentHTML('beforeend',"
            + " '<img src=x onerror=\"document.title=1\"><a href=\"javascript:1\">x</a>')");
    assertThat(
            browser.run("return new Promise(done => setTimeout(() => done(document.title), 200))"))
        .isNotEqualTo("1");
    assertThat(browser.console()).as("what the policy refused").isNotEmpty();
  }
}
