package io.amorsize.jmh.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.amorsize.jmh.report.ParsedCsv;
import io.amorsize.result.JsonFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One document of a command in each of its forms, read back. */
record EveryForm(UnaryOperator<String> written) {

  JsonNode json() {
    return JsonFile.parse("json", written.apply("json")).node();
  }

  List<Map<String, String>> csv() {
    return ParsedCsv.rows(written.apply("csv"));
  }

  Document page() {
    return Jsoup.parse(written.apply("html"));
  }

  /** What the page's script draws. */
  static JsonNode drawn(Document page, String id) {
    return JsonFile.parse(id, page.getElementById(id).data()).node();
  }

  String text() {
    return written.apply("text");
  }

  String markdown() {
    return written.apply("markdown");
  }

  /** The body lines of Markdown's tables, as cells without escapes and emphasis. */
  List<List<String>> markdownRows() {
    List<String> lines = markdown().lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).startsWith("| ") && !lines.get(i).startsWith("| ---"))
        .filter(i -> i + 1 >= lines.size() || !lines.get(i + 1).startsWith("| ---"))
        .mapToObj(i -> cells(lines.get(i)))
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
        .map(cell -> cell.strip().replace("**", "").replaceAll("\\\\(.)", "$1"))
        .map(cell -> Jsoup.parse(cell).text())
        .toList();
  }

  /** The lines of a table of a page, as cells. */
  static List<List<String>> pageRows(Element table) {
    return table.select("tbody > tr").stream()
        .map(row -> row.select("> th, > td").stream().map(Element::text).toList())
        .toList();
  }

  /** The cells of the text's lines, which two blanks part. */
  List<List<String>> textRows() {
    return text().lines().map(EveryForm::cellsOfText).filter(cells -> cells.size() > 1).toList();
  }

  private static List<String> cellsOfText(String line) {
    return Stream.of(line.strip().split(" {2,}")).toList();
  }
}
