package io.amorsize.jmh.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amorsize.jmh.report.ComparisonJson;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.Comparisons;
import io.amorsize.jmh.report.RowNumbers;
import io.amorsize.jmh.report.Sessions;
import io.amorsize.verdict.Comparison;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page says what the other forms say, and a name from a file stays a name. */
class ComparisonPageTest {

  static List<ComparisonReport> reports() {
    return List.of(
        ComparisonReport.of(Comparisons.mixed(), Comparisons.base(), Comparisons.current("21.0.5")),
        ComparisonReport.of(Comparisons.suspect()),
        ComparisonReport.of(Comparisons.hostile()),
        ComparisonReport.of(Comparisons.many(40)),
        ComparisonReport.of(Comparisons.otherJdk()),
        ComparisonReport.of(Sessions.mixed()));
  }

  private static JsonNode tree(String json) {
    try {
      return new JsonMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Document page(ComparisonReport report) {
    return Jsoup.parse(ComparisonPage.write(report));
  }

  private static JsonNode data(Document page) {
    return tree(page.getElementById("data").data());
  }

  /** The rows of the document for programs, in the order of the page. */
  private static List<JsonNode> inOrder(JsonNode json, JsonNode data) {
    List<JsonNode> left = new ArrayList<>();
    json.path("rows").forEach(left::add);
    List<JsonNode> ordered = new ArrayList<>();
    for (JsonNode shown : data.path("rows")) {
      JsonNode found =
          left.stream()
              .filter(row -> row.path("benchmark").equals(shown.path("benchmark")))
              .filter(row -> row.path("metric").equals(shown.path("choices").path("metric")))
              .filter(row -> row.path("slowdown").equals(shown.path("slowdown")))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no row of the JSON is " + shown));
      left.remove(found);
      ordered.add(found);
    }
    assertThat(left).as("rows that the page leaves out").isEmpty();
    return ordered;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void theSentenceAtTheTopIsThatOfTheOtherForms(ComparisonReport report) {
    Document page = page(report);
    assertThat(page.getElementById("answer").text()).isEqualTo(normal(report.headline()));
    JsonNode summary = tree(ComparisonJson.write(report.comparison())).path("summary");
    assertThat(page.getElementById("answer").text())
        .startsWith(summary.path("slower").asText() + " slower")
        .contains(summary.path("faster").asText() + " faster")
        .contains(summary.path("same").asText() + " same")
        .contains(summary.path("inconclusive").asText() + " cannot tell");
    assertThat(page.select("footer .next").text()).isEqualTo(normal(report.next()));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void everyRowShowsTheNumbersOfTheDocumentForPrograms(ComparisonReport report) {
    Document page = page(report);
    JsonNode data = data(page);
    List<JsonNode> rows = inOrder(tree(ComparisonJson.write(report.comparison())), data);
    Elements lines = page.select("#rows > tbody > tr");
    assertThat(lines).hasSameSizeAs(rows);
    for (int i = 0; i < rows.size(); i++) {
      assertRow(lines.get(i), data.path("rows").get(i), rows.get(i));
    }
  }

  private static void assertRow(Element line, JsonNode data, JsonNode json) {
    for (String number : List.of("slowdown", "ci", "unit")) {
      assertThat(data.path(number)).isEqualTo(json.path(number));
    }
    assertThat(data.path("base")).isEqualTo(json.path("base").path("center"));
    assertThat(data.path("current")).isEqualTo(json.path("current").path("center"));
    String verdict =
        json.path("suspect").asBoolean()
            ? "suspect"
            : json.path("verdict").asText().replace("inconclusive", "cannot tell");
    assertThat(line.select("td.mark").text()).isEqualTo(verdict);
    assertThat(line.className()).isEqualTo(verdict.replace(' ', '-'));
    Elements sides = line.select("td.side");
    assertThat(sides.get(0).text()).isEqualTo(shown(json.path("base").path("center")));
    assertThat(sides.get(1).text()).isEqualTo(shown(json.path("current").path("center")));
    JsonNode ends = json.path("ci");
    if (ends.path(0).isNumber() && ends.path(1).isNumber()) {
      assertThat(line.select("td.interval").text())
          .isEqualTo(
              RowNumbers.changeInWords(ends.path(0).asDouble()).replace(" %", "")
                  + " to "
                  + RowNumbers.changeInWords(ends.path(1).asDouble()));
    }
    String sentence = data.path("sentence").asText();
    if (json.path("p").isNumber()) {
      assertThat(sentence)
          .contains(RowNumbers.probability("p", json.path("p").asDouble()))
          .contains(RowNumbers.probability("q", json.path("q").asDouble()));
    }
    JsonNode numbers = data.path("numbers");
    for (int side = 1; side <= 2; side++) {
      JsonNode of = json.path(side == 1 ? "base" : "current");
      assertThat(numbers.at("/1/" + side).asText()).isEqualTo(of.path("forks").asText());
      assertThat(numbers.at("/2/" + side).asText()).isEqualTo(of.path("iterations").asText());
    }
    if (json.path("p").isNumber()) {
      assertThat(line.select("td.change").text())
          .isEqualTo(RowNumbers.changeInWords(json.path("slowdown").asDouble()));
    }
  }

  private static String shown(JsonNode center) {
    return center.isNull() ? "–" : RowNumbers.rounded(center.asDouble());
  }

  /** Text as a parser of HTML gives it. */
  private static String normal(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void theFirstRowIsTheWorst() {
    ComparisonReport report = reports().get(0);
    JsonNode json = tree(ComparisonJson.write(report.comparison()));
    double worst = 0;
    for (JsonNode row : json.path("rows")) {
      boolean slower = row.path("verdict").asText().equals("slower");
      worst = Math.max(worst, slower ? row.path("slowdown").asDouble() : 0);
    }
    assertThat(data(page(report)).at("/rows/0/slowdown").asDouble()).isEqualTo(worst);
  }

  @Test
  void namesFromFilesStayText() {
    String html = ComparisonPage.write(ComparisonReport.of(Comparisons.hostile()));
    Document page = Jsoup.parse(html);
    assertThat(page.select("img, a, iframe, object, link")).isEmpty();
    assertThat(page.select("script")).hasSize(2);
    assertThat(page.select("tbody .name button").eachText())
        .anyMatch(name -> name.contains("<img src=x onerror=alert(1)>"));
    String inline = page.getElementById("data").data();
    assertThat(inline).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(inline).contains("\\u003cimg src=x onerror=alert(1)\\u003e");
  }

  @Test
  void inlineJsonEndsNoScript() {
    String nasty = "</script><!-- <script> ]]> \u2028\u2029 & '\"\\ \u0000 \ud83d\ude00";
    String json = InlineJson.of(Map.of("name", nasty));
    assertThat(json).doesNotContain("<", ">", "&").matches("\\p{ASCII}*");
    assertThat(tree(json).path("name").asText()).isEqualTo(nasty);
    Element script = Jsoup.parse("<script id=data>" + json + "</script>").getElementById("data");
    assertThat(script.data()).isEqualTo(json);
  }

  @Test
  void thePageAsksForNothingAndRunsItsOwnScriptAlone() throws Exception {
    Document page = page(reports().get(0));
    assertThat(page.select("[src], [href], [style], [onclick], [onload]")).isEmpty();
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
    String script = page.select("script:not([type])").first().data();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(policy)
        .startsWith("default-src 'none';")
        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }

  @Test
  void sixHundredRowsAreALightPage() {
    Comparison many = Comparisons.many(600);
    assertThat(ComparisonPage.write(ComparisonReport.of(many))).hasSizeLessThan(2_000_000);
  }

  @Test
  void readsTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.US);
      String english = ComparisonPage.write(reports().get(0));
      Locale.setDefault(Locale.GERMANY);
      assertThat(ComparisonPage.write(reports().get(0))).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void withoutRowsThereIsASentence() {
    Comparison whole = Comparisons.mixed();
    Comparison none =
        new Comparison(
            "a", "b", whole.rule(), List.of(), whole.missing(), List.of(), false, List.of());
    Document page = page(ComparisonReport.of(none));
    assertThat(page.getElementById("answer").text()).startsWith("The sides have no row in common");
    assertThat(page.getElementById("rows")).isNull();
    assertThat(page.select("details summary").text()).contains("Missing, only in the base");
  }
}
