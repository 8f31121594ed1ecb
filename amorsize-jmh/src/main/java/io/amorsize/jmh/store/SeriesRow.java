package io.amorsize.jmh.store;

import io.amorsize.history.KeyJson;
import io.amorsize.history.Sample;
import io.amorsize.history.SeriesKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

/**
 * What samples belong to.
 *
 * @param key the series
 * @param occurrence how many rows of the same key stand before it in its run
 */
record SeriesRow(SeriesKey key, int occurrence) {

  static SeriesRow of(Sample sample) {
    return new SeriesRow(sample.key(), sample.occurrence());
  }

  static NamedRows<SeriesRow> table(Connection connection) {
    return new NamedRows<>(
        connection,
        new NamedRows.Form<>(
            "SELECT id, identity FROM series",
            "SELECT id, key FROM series",
            "INSERT INTO series (identity, key, benchmark, metric) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (identity) DO NOTHING",
            SeriesRow::text,
            SeriesRow::columns,
            SeriesRow::read));
  }

  private String text() {
    Map<String, Object> json = KeyJson.key(key.row());
    json.put("metric", key.metric());
    json.put("occurrence", occurrence);
    return JsonFile.line(json);
  }

  private List<String> columns() {
    return List.of(ColumnText.of(key.row().benchmark()), ColumnText.of(key.metric()));
  }

  private static SeriesRow read(String text) {
    JsonPlace json = JsonFile.parse("a series", text);
    SeriesKey key = new SeriesKey(KeyJson.readKey(json), json.at("metric").text());
    return new SeriesRow(key, json.at("occurrence").integer());
  }
}
