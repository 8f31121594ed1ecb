package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.report.ShownNumber;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of a result, a suite, a trend and a night is the same in every form. */
class NumbersAgreeTest {

  private static final Path SUITE =
      Path.of("src", "test", "resources", "io/amorsize/jmh/page/performance_results.json");

  @TempDir Path folder;

  private static void assertSame(String cell, JsonNode number) {
    if (number.isNull() || number.isMissingNode()) {
      assertThat(cell).isEmpty();
    } else {
      assertThat(Double.parseDouble(cell)).isEqualTo(number.doubleValue());
    }
  }

  /** A cell shows this number, rounded; or nothing where there is none. */
  private static void assertShows(String cell, JsonNode number, double factor) {
    if (number.isNull() || number.isMissingNode()) {
      assertThat(ShownNumber.in(cell)).isEmpty();
    } else {
      assertShows(cell, factor * number.doubleValue());
    }
  }

  private static void assertShows(String cell, double number) {
    assertThat(ShownNumber.in(cell))
        .as(cell + " for " + number)
        .singleElement()
        .satisfies(shown -> assertThat(shown.fits(number)).as(cell + " for " + number).isTrue());
  }

  private static double percent(JsonNode slowdown) {
    return 100 * (slowdown.doubleValue() - 1);
  }

  /** Lines of the text that begin with a name, without it. */
  private static List<String> cellsOf(EveryForm forms, String name) {
    return forms.textRows().stream()
        .filter(cells -> cells.get(0).equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofAResult() {
    Path file =
        new RowsFile()
            .row("p.A.first", "avgt", "us/op", RowsFile.forks(10, 3, 0.01))
            .secondary("gc.alloc.rate.norm", "B/op", RowsFile.forks(48, 3, 0.01))
            .row("p.A.second", "avgt", "us/op", RowsFile.forks(2.5e7, 5, 0.02))
            .row("p.A.third", "avgt", "us/op", RowsFile.forks(7e-5, 1, 0.02))
            .write(folder.resolve("rows.json"));
    EveryForm forms =
        new EveryForm(format -> CommandFixture.run("report", file, "--format", format).out());
    JsonNode all = forms.json().path("rows");
    List<Map<String, String>> csv = forms.csv();
    assertThat(csv).hasSize(all.size());
    for (int i = 0; i < csv.size(); i++) {
      assertSame(csv.get(i).get("score"), all.path(i).path("score"));
      assertSame(csv.get(i).get("spread_percent"), all.path(i).path("spreadPercent"));
      assertSame(csv.get(i).get("forks"), all.path(i).path("forks"));
      assertSame(csv.get(i).get("iterations"), all.path(i).path("iterations"));
    }
    List<JsonNode> primary = new ArrayList<>();
    all.forEach(
        row ->
            primary.addAll(
                row.path("metric").asText().equals("primary") ? List.of(row) : List.of()));
    List<List<String>> markdown = forms.markdownRows();
    Document page = forms.page();
    List<List<String>> drawn = EveryForm.pageRows(page.getElementById("rows"));
    for (int i = 0; i < primary.size(); i++) {
      JsonNode row = primary.get(i);
      List<String> cells = markdown.get(i);
      assertThat(cellsOf(forms, cells.get(0)))
          .containsExactlyElementsOf(cells.stream().filter(cell -> !cell.isEmpty()).toList());
      assertShows(cells.get(1), row.path("score"), 1);
      assertShows(cells.get(2), row.path("spreadPercent"), 1);
      assertShows(cells.get(4), row.path("forks"), 1);
      assertShows(cells.get(5), row.path("iterations"), 1);
      assertShows(drawn.get(i).get(1), row.path("score"), 1);
      assertShows(drawn.get(i).get(3), row.path("spreadPercent"), 1);
      assertShows(drawn.get(i).get(5), row.path("forks"), 1);
      assertShows(drawn.get(i).get(6), row.path("iterations"), 1);
      assertThat(EveryForm.drawn(page, "data").at("/rows/" + i + "/current"))
          .isEqualTo(row.path("score"));
    }
  }

  @Test
  void ofASuite() {
    EveryForm forms =
        new EveryForm(format -> CommandFixture.run("report", SUITE, "--format", format).out());
    JsonNode json = forms.json();
    Document page = forms.page();
    List<List<String>> drawn = EveryForm.pageRows(page.select("table.plain").get(0));
    List<List<String>> times = EveryForm.pageRows(page.selectFirst("table.times"));
    JsonNode pictures = EveryForm.drawn(page, "workloads").path("workloads");
    int number = 0;
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      JsonNode plan = each.getValue().path("optimizer_result");
      JsonNode measured = each.getValue().path("benchmark_result");
      List<String> cells = forms.markdownRows().get(number);
      assertThat(cells.get(0)).isEqualTo(each.getKey());
      assertThat(cellsOf(forms, each.getKey())).isEqualTo(cells);
      assertThat(drawn.get(number)).isEqualTo(cells);
      assertShows(cells.get(2).replace("x", ""), plan.path("estimated_speedup"), 1);
      assertShows(cells.get(3).replace("x", ""), measured.path("actual_speedup"), 1);
      assertShows(cells.get(5), measured.path("accuracy_percent"), 1);
      JsonNode interval = each.getValue().at("/metadata/speedup_interval");
      List<ShownNumber> ends = ShownNumber.in(cells.get(4));
      if (plan.path("n_jobs").intValue() > 1) {
        assertThat(ends.get(0).fits(interval.path("lower").doubleValue())).isTrue();
        assertThat(ends.get(1).fits(interval.path("upper").doubleValue())).isTrue();
      }
      assertTime(times.get(number).get(1), measured.path("serial_time").doubleValue());
      assertTime(
          times.get(number).get(2),
          measured.path("serial_time").doubleValue()
              / plan.path("estimated_speedup").doubleValue());
      assertTime(times.get(number).get(3), measured.path("parallel_time").doubleValue());
      JsonNode picture = pictures.path(number);
      assertThat(picture.path("predicted")).isEqualTo(plan.path("estimated_speedup"));
      assertThat(picture.path("actual")).isEqualTo(measured.path("actual_speedup"));
      assertThat(picture.path("accuracy")).isEqualTo(measured.path("accuracy_percent"));
      number++;
    }
    assertThat(number).isEqualTo(2);
  }

  @Test
  void theAnswerOfASuiteCountsWhatTheJsonTells() throws IOException {
    String oneFailed =
        Files.readString(SUITE).replaceFirst("\"passed\": true", "\"passed\": false");
    Path file = Files.writeString(folder.resolve("one_failed.json"), oneFailed);
    EveryForm forms =
        new EveryForm(format -> CommandFixture.run("report", file, "--format", format).out());
    int passed = 0;
    int failed = 0;
    for (Map.Entry<String, JsonNode> each : forms.json().properties()) {
      boolean isPassed = each.getValue().path("passed").booleanValue();
      passed += isPassed ? 1 : 0;
      failed += isPassed ? 0 : 1;
    }
    assertThat(failed).isEqualTo(1);
    assertThat(forms.page().getElementById("answer").text())
        .startsWith(passed + " passed, " + failed + " failed, ");
  }

  private static void assertTime(String cell, double seconds) {
    double unit = cell.endsWith(" ms") ? 1e3 : cell.endsWith(" us") ? 1e6 : 1;
    assertShows(cell, seconds * unit);
  }

  @Test
  void ofATrend() {
    HistoryFixture history = new HistoryFixture(folder);
    for (int night = 0; night < 40; night++) {
      double wobble = 1 + 0.002 * ((night * 7 + night / 5) % 5 - 2) + night * 1e-5;
      Path file = history.night(night + ".json", (night < 20 ? 100 : 120) * wobble, 50 * wobble);
      Instant time = Instant.parse("2026-01-01T02:00:00Z").plus(Duration.ofDays(night));
      history.run("record", file, "--commit", "c" + night, "--time", time).exits(ExitCode.OK);
    }
    EveryForm forms = new EveryForm(format -> history.run("trend", "--format", format).out());
    JsonNode series = forms.json().path("series");
    assertThat(series.at("/0/changes")).hasSize(1);
    List<Map<String, String>> csv = forms.csv();
    int line = 0;
    for (JsonNode row : series) {
      for (JsonNode point : row.path("points")) {
        assertSame(csv.get(line).get("value"), point.path("value"));
        assertSame(csv.get(line).get("adjusted"), point.path("adjusted"));
        assertThat(row.path("segments"))
            .extracting(segment -> segment.path("level").doubleValue())
            .contains(Double.parseDouble(csv.get(line).get("level")));
        line++;
      }
    }
    assertThat(csv).hasSize(line);
    assertChange(series.at("/0/changes/0"), csv.get(20), forms);
    assertSeries(series, forms);
  }

  /** The change in the table of its event, and in what the page shows opened. */
  private static void assertChange(JsonNode change, Map<String, String> line, EveryForm forms) {
    assertSame(line.get("slowdown"), change.path("slowdown"));
    assertSame(line.get("ci_lower"), change.at("/ci/0"));
    assertSame(line.get("ci_upper"), change.at("/ci/1"));
    assertSame(line.get("p"), change.path("p"));
    JsonNode drawn = EveryForm.drawn(forms.page(), "data").at("/series/0/changes/0");
    assertShows(drawn.path("size").textValue(), percent(change.path("slowdown")));
    assertShows(drawn.path("p").textValue(), change.path("p"), 1);
    List<ShownNumber> ends = ShownNumber.in(drawn.path("interval").textValue());
    assertThat(ends.get(0).fits(percent(change.at("/ci/0")))).isTrue();
    assertThat(ends.get(1).fits(percent(change.at("/ci/1")))).isTrue();
    assertThat(forms.markdownRows())
        .filteredOn(cells -> cells.size() == 5)
        .singleElement()
        .satisfies(
            cells -> {
              assertShows(cells.get(1), percent(change.path("slowdown")));
              assertThat(ShownNumber.in(cells.get(2)))
                  .satisfiesExactly(
                      lower -> assertThat(lower.fits(percent(change.at("/ci/0")))).isTrue(),
                      upper -> assertThat(upper.fits(percent(change.at("/ci/1")))).isTrue());
              assertShows(cells.get(3), change.path("p"), 1);
              assertThat(cellsOf(forms, cells.get(0)).subList(1, 4)).isEqualTo(cells.subList(1, 4));
            });
  }

  private static void assertSeries(JsonNode series, EveryForm forms) {
    List<List<String>> markdown =
        forms.markdownRows().stream().filter(cells -> cells.size() == 7).toList();
    List<Element> tables = forms.page().select("details table");
    List<List<String>> drawn = EveryForm.pageRows(tables.get(tables.size() - 1));
    assertThat(drawn).isEqualTo(markdown);
    for (int i = 0; i < markdown.size(); i++) {
      List<String> cells = markdown.get(i);
      JsonNode row = series.path(i);
      assertThat(cells.get(1)).isEqualTo(Integer.toString(row.path("points").size()));
      assertShows(cells.get(2), row.path("noise"), 100);
      assertShows(cells.get(3), row.path("sessionSd"), 100);
      assertShows(cells.get(4), row.path("level"), 1);
      List<String> shown = cells.stream().filter(cell -> !cell.isEmpty()).toList();
      assertThat(forms.textRows()).contains(shown);
    }
  }

  @Test
  void ofANight() throws IOException {
    String slow = "p.A.slow";
    ScriptedNights forks =
        new ScriptedNights(
            List.of(slow, "p.A.one"),
            (name, version) -> name.equals(slow) && version > 1 ? 12 : 10);
    NightPlace place = new NightPlace(folder).forks(forks);
    Path jar = ScriptedNights.jar(folder.resolve("b.jar"), 1);
    place.night("--jar", jar, "--quick").exits(ExitCode.OK);
    place.baseline("promote", "main", place.last().path()).exits(ExitCode.OK);
    place.at(2, Duration.ZERO);
    ScriptedNights.jar(jar, 2);
    CommandFixture night = place.night("--jar", jar, "--quick", "--format", "json");
    JsonNode json = JsonFile.parse("night", night.exits(ExitCode.REGRESSION).out()).node();
    Path left = place.last().path();
    EveryForm forms =
        new EveryForm(format -> CommandFixture.run("report", left, "--format", format).out());
    JsonNode suspect = json.at("/suspects/0");
    JsonNode compared = json.at("/comparisons/0");
    assertThat(forms.markdown())
        .contains(
            compared.path("rows").intValue()
                + " rows, "
                + compared.path("flagged").intValue()
                + " suspect.");
    List<String> outcome =
        forms.markdownRows().stream().filter(cells -> cells.size() == 5).findFirst().orElseThrow();
    assertShows(outcome.get(2), percent(suspect.path("suspected_slowdown")));
    assertShows(outcome.get(3), percent(suspect.path("slowdown")));
    Document page = forms.page();
    List<List<String>> rows = EveryForm.pageRows(page.getElementById("rows"));
    assertShows(rows.get(0).get(2), percent(suspect.path("slowdown")));
    assertThat(page.getElementById("answer").text())
        .contains(rows.get(0).get(2))
        .isEqualTo(json.path("text").textValue().replaceFirst("Night \\S+\\. ", ""));
    JsonNode against = JsonFile.readTree(left.resolve("against-main.json")).path("rows");
    JsonNode drawn = EveryForm.drawn(page, "data").path("rows");
    assertThat(drawn.at("/1/slowdown")).isEqualTo(against.at("/1/slowdown"));
    assertThat(drawn.at("/1/base")).isEqualTo(against.at("/1/base/center"));
    assertShows(rows.get(1).get(2), percent(against.at("/1/slowdown")));
    assertAlarms(
        json.path("falseAlarms"), forms.markdown(), Files.readString(left.resolve("report.html")));
  }

  private static void assertAlarms(JsonNode alarms, String... forms) {
    for (String form : forms) {
      String sentence = form.replaceAll("(?s).*(False alarms of two sessions in [^(]*).*", "$1");
      assertThat(ShownNumber.in(sentence))
          .satisfiesExactly(
              nights -> assertThat(nights.fits(alarms.path("nights").doubleValue())).isTrue(),
              expected -> assertThat(expected.fits(alarms.path("expected").doubleValue())).isTrue(),
              seen -> assertThat(seen.fits(alarms.path("seen").doubleValue())).isTrue());
    }
  }
}
