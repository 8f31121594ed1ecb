package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Table;
import io.amorsize.result.JsonFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a report for programs, cells as they are shown. */
public final class ReportJson {

  private ReportJson() {}

  /**
   * The document.
   *
   * @param schema name and version of the form
   * @param report the report
   */
  public static String write(String schema, Report report) {
    return write(schema, report, Map.of());
  }

  /**
   * The document.
   *
   * @param schema name and version of the form
   * @param report the report
   * @param facts what else it says, as plain JSON values
   */
  static String write(String schema, Report report, Map<String, Object> facts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", schema);
    json.put("title", report.title());
    json.put("headline", report.headline());
    json.putAll(facts);
    List<Object> tables = new ArrayList<>();
    for (Section section : report.sections()) {
      if (section instanceof Table table) {
        tables.add(table(table));
      }
    }
    json.put("tables", tables);
    return JsonFile.text(json);
  }

  private static Map<String, Object> table(Table table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("heading", table.heading());
    json.put("rows", table.rows().stream().map(row -> row(table.columns(), row)).toList());
    return json;
  }

  private static Map<String, Object> row(List<Column> columns, List<Cell> cells) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      json.put(columns.get(i).name(), cells.get(i).text());
    }
    return json;
  }
}
