package io.amorsize.jmh.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV as RFC 4180 says, so that what is written is read by rules of its own. */
public final class ParsedCsv {

  private final String text;
  private int position;

  private ParsedCsv(String text) {
    this.text = text;
  }

  /** The lines below the header as values by column. */
  public static List<Map<String, String>> rows(String text) {
    List<List<String>> records = new ParsedCsv(text).records();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> record : records.subList(1, records.size())) {
      if (record.size() != records.get(0).size()) {
        throw new IllegalArgumentException("a line has " + record.size() + " cells: " + record);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < record.size(); i++) {
        row.put(records.get(0).get(i), record.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<List<String>> records() {
    List<List<String>> records = new ArrayList<>();
    while (position < text.length()) {
      List<String> record = new ArrayList<>();
      record.add(cell());
      while (text.charAt(position) == ',') {
        position++;
        record.add(cell());
      }
      if (!text.startsWith("\r\n", position)) {
        throw new IllegalArgumentException("no CR LF at " + position);
      }
      position += 2;
      records.add(record);
    }
    return records;
  }

  private String cell() {
    if (text.charAt(position) == '"') {
      return quoted();
    }
    int start = position;
    while (text.charAt(position) != ',' && text.charAt(position) != '\r') {
      position++;
    }
    return text.substring(start, position);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    position++;
    while (text.charAt(position) != '"' || text.startsWith("\"\"", position)) {
      position += text.charAt(position) == '"' ? 1 : 0;
      cell.append(text.charAt(position));
      position++;
    }
    position++;
    return cell.toString();
  }
}
