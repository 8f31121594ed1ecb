package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.report.ShownNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number that a form of a comparison shows is one that its JSON holds, rounded. */
class ComparedNumbersAgreeTest {

  @TempDir Path folder;

  private EveryForm forms(String kind) throws IOException {
    return switch (kind) {
      case "compare" -> compared();
      case "ab" -> session("ab");
      default -> session("confirm");
    };
  }

  private EveryForm compared() {
    Path base = rows(1).write(folder.resolve("base.json"));
    Path current = rows(1.2).write(folder.resolve("current.json"));
    return new EveryForm(
        format ->
            CommandFixture.run(
                    "compare",
                    base,
                    current,
                    "--format",
                    format,
                    "--fail-on",
                    "never",
                    "--metric",
                    "primary",
                    "--metric",
                    "gc.*")
                .exits(ExitCode.OK)
                .out());
  }

  private static RowsFile rows(double factor) {
    return new RowsFile()
        .row("p.q.Lists.sort", "avgt", "us/op", RowsFile.forks(12.3 * factor, 5, 0.01))
        .param("size", "1000")
        .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(480 * factor, 5, 0.001))
        .row("p.q.Lists.find", "avgt", "us/op", RowsFile.forks(0.0123, 4, 0.002))
        .row("p.q.Lists.noisy", "avgt", "us/op", RowsFile.forks(77, 3, 0.2))
        .row("p.q.Maps.get", "thrpt", "ops/s", RowsFile.forks(1.5e8 * factor, 5, 0.01))
        .row("p.q.Maps.once", "avgt", "ns/op", RowsFile.forks(3.3e-5 * factor, 1, 0.01));
  }

  private EveryForm session(String command) throws IOException {
    SessionPlace place = SessionPlace.in(folder);
    place.ab(SessionPlace.oneSlower()).exits(ExitCode.REGRESSION);
    Path session = place.session("ab");
    if (command.equals("ab")) {
      return new EveryForm(
          format ->
              CommandFixture.session(
                      SessionPlace.oneSlower(), "ab", "--resume", session, "--format", format)
                  .exits(ExitCode.REGRESSION)
                  .out());
    }
    CommandFixture.session(SessionPlace.oneSlower(), place.command("confirm", session))
        .exits(ExitCode.REGRESSION);
    Path confirmed = place.session("confirm");
    return new EveryForm(
        format ->
            CommandFixture.session(
                    SessionPlace.oneSlower(), "confirm", "--resume", confirmed, "--format", format)
                .exits(ExitCode.REGRESSION)
                .out());
  }

  /** All numbers of a row that a form may show, in the units that forms use. */
  private static List<Double> numbers(JsonNode row) {
    List<Double> numbers = new ArrayList<>();
    for (String side : List.of("base", "current")) {
      row.path(side).elements().forEachRemaining(value -> add(numbers, value, 1));
    }
    JsonNode slowdown = row.path("slowdown");
    add(numbers, slowdown, 1);
    if (slowdown.isNumber()) {
      numbers.add(100 * (slowdown.doubleValue() - 1));
    }
    row.path("ci").forEach(end -> numbers.add(100 * (end.doubleValue() - 1)));
    for (String name : List.of("p", "q", "forksNeeded", "threads")) {
      add(numbers, row.path(name), 1);
    }
    add(numbers, row.path("smallestDetectable"), 100);
    numbers.add(row.at("/current/center").doubleValue() - row.at("/base/center").doubleValue());
    return numbers;
  }

  private static void add(List<Double> numbers, JsonNode value, double factor) {
    if (value.isNumber()) {
      numbers.add(factor * value.doubleValue());
    }
  }

  private static boolean shows(String cells, JsonNode row) {
    List<Double> numbers = numbers(row);
    return ShownNumber.in(cells).stream().allMatch(shown -> shown.fitsAny(numbers))
        && ShownNumber.in(cells).stream()
            .anyMatch(shown -> shown.fits(row.at("/current/center").doubleValue()));
  }

  /** Each line is one row of the JSON, by its name and all its numbers, and each row has a line. */
  private static void assertLinesAreRows(List<List<String>> lines, JsonNode rows) {
    List<JsonNode> left = new ArrayList<>();
    rows.forEach(left::add);
    for (List<String> line : lines) {
      String notes = "\\[[0-9,]+]";
      String numbers = String.join(" ; ", line.subList(1, line.size())).replaceAll(notes, "");
      List<JsonNode> fitting =
          left.stream()
              .filter(row -> isNamed(line.get(0), row.path("benchmark").textValue()))
              .filter(row -> shows(numbers, row))
              .toList();
      assertThat(fitting).as(line.toString()).hasSize(1);
      left.remove(fitting.get(0));
    }
    assertThat(left).isEmpty();
  }

  private static boolean isNamed(String shown, String benchmark) {
    String name = shown.split(" ")[0];
    return benchmark.endsWith(name) || benchmark.contains(name);
  }

  private static Stream<List<String>> withoutMeans(List<List<String>> lines) {
    return lines.stream().filter(line -> !line.get(0).equals("geomean"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "ab", "confirm"})
  void textMarkdownAndPageShowTheNumbersOfTheJson(String kind) throws IOException {
    EveryForm forms = forms(kind);
    JsonNode rows = forms.json().path("rows");
    assertThat(rows.size()).isPositive();
    assertLinesAreRows(withoutMeans(forms.markdownRows()).toList(), rows);
    List<List<String>> text =
        withoutMeans(forms.textRows())
            .filter(line -> line.stream().anyMatch(cell -> cell.matches("\\((p|n)[=<].*\\)")))
            .toList();
    assertLinesAreRows(text, rows);
    Document page = forms.page();
    assertLinesAreRows(EveryForm.pageRows(page.getElementById("rows")), rows);
    JsonNode drawn = EveryForm.drawn(page, "data").path("rows");
    for (JsonNode row : drawn) {
      assertThat(rows)
          .anySatisfy(
              told -> {
                assertThat(row.path("slowdown")).isEqualTo(told.path("slowdown"));
                assertThat(row.path("ci")).isEqualTo(told.path("ci"));
                assertThat(row.path("base")).isEqualTo(told.at("/base/center"));
                assertThat(row.path("current")).isEqualTo(told.at("/current/center"));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "ab", "confirm"})
  void theAnswerHasTheCountsOfTheJsonInEveryForm(String kind) throws IOException {
    EveryForm forms = forms(kind);
    JsonNode summary = forms.json().path("summary");
    String answer = forms.page().getElementById("answer").text();
    String counts =
        "%d slower, %d faster, %d same, %d cannot tell"
            .formatted(
                summary.path("slower").intValue(),
                summary.path("faster").intValue(),
                summary.path("same").intValue(),
                summary.path("inconclusive").intValue());
    assertThat(answer).startsWith(counts);
    assertThat(ShownNumber.in(answer.replaceAll(".*; ([0-9.]+ false alarms expected).*", "$1")))
        .singleElement()
        .satisfies(
            shown ->
                assertThat(shown.fits(summary.path("expectedFalseAlarms").doubleValue())).isTrue());
    assertThat(forms.text().replaceAll("\\s+", " ")).startsWith(answer);
    assertThat(forms.markdown().replaceAll("\\\\(.)", "$1")).contains("**" + answer + "**");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "ab", "confirm"})
  void csvAndJunitHoldTheNumbersOfTheJson(String kind) throws IOException {
    EveryForm forms = forms(kind);
    JsonNode json = forms.json();
    double alarms = json.at("/summary/expectedFalseAlarms").doubleValue();
    List<Map<String, String>> lines = forms.csv();
    assertThat(lines).hasSize(json.path("rows").size());
    for (int i = 0; i < lines.size(); i++) {
      JsonNode row = json.path("rows").path(i);
      assertThat(Double.parseDouble(lines.get(i).get("expected_false_alarms"))).isEqualTo(alarms);
      assertSame(lines.get(i).get("base_spread_percent"), row.at("/base/spreadPercent"));
      assertSame(lines.get(i).get("current_spread_percent"), row.at("/current/spreadPercent"));
      assertSame(lines.get(i).get("slowdown_ratio"), row.path("slowdown"));
      assertSame(lines.get(i).get("p"), row.path("p"));
    }
    Document xml = Jsoup.parse(forms.written().apply("junit"), "", Parser.xmlParser());
    for (Element suite : xml.select("testsuite")) {
      Map<String, String> properties =
          suite.select("> properties > property").stream()
              .collect(Collectors.toMap(one -> one.attr("name"), one -> one.attr("value")));
      for (String name : List.of("slower", "faster", "same", "inconclusive", "suspect")) {
        assertThat(properties.get(name)).isEqualTo(json.at("/summary/" + name).asText());
      }
      assertSame(properties.get("expectedFalseAlarms"), json.at("/summary/expectedFalseAlarms"));
      assertSame(properties.get("geomeanSlowdown"), json.at("/summary/geomeanSlowdown"));
      assertSame(properties.get("threshold"), json.at("/settings/threshold"));
    }
    for (Element test : xml.select("testcase")) {
      String name = test.attr("classname") + "." + test.attr("name").split(" ")[0];
      String message = test.text() + test.select("skipped").attr("message");
      String numbers = message.replaceAll("; .*|95 % interval", "");
      assertThat(json.path("rows"))
          .as(message)
          .anySatisfy(
              row -> {
                assertThat(row.path("benchmark").textValue()).isEqualTo(name);
                assertThat(shows(numbers, row)).isTrue();
              });
    }
  }

  private static void assertSame(String cell, JsonNode number) {
    if (number.isNull()) {
      assertThat(cell).isEmpty();
    } else {
      assertThat(Double.parseDouble(cell)).isEqualTo(number.doubleValue());
    }
  }
}
