package io.amorsize.jmh.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.RowComparison;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read back from one form is what another says. */
class ComparisonFormsAgreeTest {

  static List<Comparison> comparisons() {
    return List.of(
        Comparisons.mixed(),
        Comparisons.suspect(),
        Comparisons.hostile(),
        Comparisons.many(40),
        Comparisons.otherJdk());
  }

  private static JsonNode json(Comparison comparison) {
    try {
      return new JsonMapper().readTree(ComparisonJson.write(comparison));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void jsonHoldsWhatTheComparisonHolds(Comparison comparison) {
    JsonNode json = json(comparison);
    assertThat(json.path("schema").asText()).isEqualTo("amorsize.comparison/1");
    JsonNode summary = json.path("summary");
    assertThat(summary.path("rows").asInt()).isEqualTo(comparison.rows().size());
    assertThat(
            summary.path("slower").asInt()
                + summary.path("faster").asInt()
                + summary.path("same").asInt()
                + summary.path("inconclusive").asInt())
        .isEqualTo(comparison.rows().size());
    assertThat(json.path("missing")).hasSize(comparison.missing().size());
    assertThat(json.path("new")).hasSize(comparison.added().size());
    for (int i = 0; i < comparison.rows().size(); i++) {
      RowComparison row = comparison.rows().get(i);
      JsonNode node = json.path("rows").get(i);
      assertThat(node.path("benchmark").asText()).isEqualTo(row.key().benchmark());
      assertThat(node.path("slowdown").asDouble()).isEqualTo(row.change().slowdown().orElse(0));
      assertThat(node.path("p").isNull()).isEqualTo(row.change().p().isEmpty());
      assertThat(node.path("ci").isNull()).isEqualTo(row.change().interval().isEmpty());
      assertThat(node.path("base").path("center").asDouble())
          .isEqualTo(row.base().center().orElseThrow());
    }
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void csvSaysWhatJsonSays(Comparison comparison) {
    JsonNode rows = json(comparison).path("rows");
    List<Map<String, String>> lines = ParsedCsv.rows(ComparisonCsv.write(comparison));
    assertThat(lines).hasSize(rows.size());
    for (int i = 0; i < lines.size(); i++) {
      Map<String, String> line = lines.get(i);
      JsonNode row = rows.get(i);
      assertNumber(line.get("base_center_in_unit"), row.path("base").path("center"));
      assertNumber(line.get("current_center_in_unit"), row.path("current").path("center"));
      assertNumber(line.get("base_forks"), row.path("base").path("forks"));
      assertNumber(line.get("current_iterations"), row.path("current").path("iterations"));
      assertNumber(line.get("slowdown_ratio"), row.path("slowdown"));
      assertNumber(line.get("slowdown_ci_lower_ratio"), row.path("ci").path(0));
      assertNumber(line.get("slowdown_ci_upper_ratio"), row.path("ci").path(1));
      assertNumber(line.get("p"), row.path("p"));
      assertNumber(line.get("q"), row.path("q"));
      assertNumber(line.get("smallest_detectable_share"), row.path("smallestDetectable"));
      assertNumber(line.get("forks_needed_per_side"), row.path("forksNeeded"));
      assertNumber(line.get("threads"), row.path("threads"));
      for (String word : List.of("verdict", "suspect", "accepted", "metric", "unit", "better")) {
        assertThat(line.get(word)).isEqualTo(row.path(word).asText());
      }
    }
  }

  private static void assertNumber(String cell, JsonNode number) {
    if (number.isNull() || number.isMissingNode()) {
      assertThat(cell).isEmpty();
    } else {
      assertThat(Double.parseDouble(cell)).isEqualTo(number.asDouble());
    }
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void textMarkdownAndSentencesShowTheSameNumbers(Comparison comparison) {
    ComparisonReport report = ComparisonReport.of(comparison);
    String text = new ComparisonText(160, false, false).write(report);
    String markdown = ComparisonMarkdown.write(report);
    String xml = JunitXml.write(comparison, false);
    for (JsonNode row : json(comparison).path("rows")) {
      String base = RowNumbers.value(row.path("base").path("center").asDouble());
      String current = RowNumbers.value(row.path("current").path("center").asDouble());
      assertThat(text).contains(base + " ", current + " ");
      assertThat(markdown).contains("| " + base + " ", "| " + current + " ");
      assertThat(xml).contains("from " + base + " to " + current);
      if (row.path("p").isNumber()) {
        String p = RowNumbers.probability("p", row.path("p").asDouble());
        assertThat(text).contains("(" + p + " ");
        assertThat(markdown).contains("(" + MarkdownFormat.escape(p) + " ");
      }
      boolean called = List.of("slower", "faster").contains(row.path("verdict").asText());
      if (called && row.path("p").isNumber()) {
        String change = RowNumbers.change(row.path("slowdown").asDouble());
        assertThat(text).contains(" " + change + " ");
        assertThat(markdown).contains(MarkdownFormat.escape(change));
        assertThat(xml).contains("cost " + change.replace("%", " %"));
      }
    }
    assertThat(markdown).contains(MarkdownFormat.escape(report.headline()));
    assertThat(text.lines().findFirst().orElseThrow())
        .isEqualTo(report.headline().substring(0, text.indexOf('\n')));
  }

  @Test
  void whatIsNotKnownIsNull() {
    JsonNode json = json(Comparisons.mixed());
    JsonNode oneFork = json.path("rows").get(7);
    assertThat(oneFork.path("benchmark").asText()).endsWith(".oneFork");
    for (String key : List.of("p", "q", "ci", "smallestDetectable", "forksNeeded")) {
      assertThat(oneFork.has(key)).isTrue();
      assertThat(oneFork.path(key).isNull()).as(key).isTrue();
    }
    JsonNode missing = json(Comparisons.hostile()).path("missing").get(0);
    assertThat(missing.has("threads")).isTrue();
    assertThat(missing.path("threads").isNull()).isTrue();
    assertThat(ComparisonJson.write(Comparisons.mixed())).doesNotContain("NaN", "Infinity");
  }

  @Test
  void noCellActsAsAFormula() {
    List<Map<String, String>> lines = ParsedCsv.rows(ComparisonCsv.write(Comparisons.hostile()));
    assertThat(lines.stream().map(line -> line.get("benchmark")))
        .contains("'=cmd('calc').x", "'@everyone,\"quoted\"", "org.evil.Bench.a|b`c`")
        .contains("org.evil.Bench.red\ufffd[31m", "org.evil.Bench.two\ufffdlines\ufffd::error::no");
    assertThat(new CsvLine().text("-5.5e3").text("-x").text("+1").text("\t=1").line())
        .isEqualTo("-5.5e3,'-x,+1,'\ufffd=1\r\n");
  }
}
