package io.amorsize.jmh.store;

import io.amorsize.history.KeyJson;
import io.amorsize.history.Sample;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.RowSettings;
import io.amorsize.result.RowSettingsJson;
import io.amorsize.unit.MetricUnit;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How a sample was measured.
 *
 * @param unit what its scores are
 * @param settings how its row was measured
 * @param plan the parameters that the optimizer chose
 */
record Shape(MetricUnit unit, RowSettings settings, SortedMap<String, String> plan) {

  static Shape of(Sample sample) {
    return new Shape(sample.metric().unit(), sample.settings(), sample.plan());
  }

  static NamedRows<Shape> table(Connection connection) {
    return new NamedRows<>(
        connection,
        new NamedRows.Form<>(
            "SELECT id, identity FROM shape",
            "SELECT id, facts FROM shape",
            "INSERT INTO shape (identity, facts) VALUES (?, ?)"
                + " ON CONFLICT (identity) DO NOTHING",
            Shape::text,
            shape -> List.of(),
            Shape::read));
  }

  private String text() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("unit", unit.symbol());
    json.put("settings", RowSettingsJson.plain(settings));
    json.put("plan", plan);
    return JsonFile.line(json);
  }

  private static Shape read(String text) {
    JsonPlace json = JsonFile.parse("a shape", text);
    return new Shape(
        MetricUnit.parse(json.at("unit").text()),
        RowSettingsJson.read(json.at("settings")),
        KeyJson.texts(json.at("plan")));
  }
}
