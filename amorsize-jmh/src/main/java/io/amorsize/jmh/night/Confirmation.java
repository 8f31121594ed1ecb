package io.amorsize.jmh.night;

import io.amorsize.jmh.night.ConfirmedRow.Status;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of all rows that were flagged.
 *
 * @param rows the rows
 * @param outOfTime whether a session ended before all was settled
 * @param failures what could not be measured, a sentence each
 */
public record Confirmation(List<ConfirmedRow> rows, boolean outOfTime, List<String> failures) {

  private static final String SCHEMA = "amorsize.confirmation/1";

  /** Copies the lists. */
  public Confirmation {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
  }

  /** The rows of which a thing became. */
  public List<ConfirmedRow> with(Status status) {
    return rows.stream().filter(row -> row.status() == status).toList();
  }

  /** What became of the rows, in a few words. */
  String sentence() {
    if (rows.isEmpty()) {
      return "nothing to confirm";
    }
    StringBuilder text = new StringBuilder();
    text.append(with(Status.CONFIRMED).size()).append(" of ").append(rows.size());
    text.append(rows.size() == 1 ? " suspect confirmed" : " suspects confirmed");
    add(text, Status.ACCEPTED, "accepted");
    add(text, Status.CLEARED, "cleared");
    add(text, Status.SAME_CODE, "of the same code");
    add(text, Status.OPEN, "still open");
    return text.toString();
  }

  private void add(StringBuilder text, Status status, String words) {
    int count = with(status).size();
    if (count > 0) {
      text.append(", ").append(count).append(' ').append(words);
    }
  }

  void write(Path file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("rows", rows.stream().map(ConfirmedRow::plain).toList());
    json.put("out_of_time", outOfTime);
    json.put("failures", failures);
    WholeFile.write(file, JsonFile.text(json));
  }

  static Confirmation read(Path file) {
    JsonPlace json = JsonFile.read(file).object();
    return new Confirmation(
        json.at("rows").elements().stream().map(ConfirmedRow::read).toList(),
        json.at("out_of_time").bool(),
        json.at("failures").texts());
  }
}
