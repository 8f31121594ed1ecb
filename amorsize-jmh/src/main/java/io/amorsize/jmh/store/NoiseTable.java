package io.amorsize.jmh.store;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of what was learned of sessions. */
final class NoiseTable {

  private final Connection connection;
  private final NamedRows<SeriesRow> series;

  NoiseTable(Connection connection, NamedRows<SeriesRow> series) {
    this.connection = connection;
    this.series = series;
  }

  LearnedNoise read() throws SQLException {
    Map<Long, SeriesRow> known = series.all();
    Map<SeriesKey, SeriesNoise> found = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT series_id, sd, repeats FROM session_noise");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        SeriesRow row = known.get(rows.getLong(1));
        if (row != null) {
          found.put(row.key(), new SeriesNoise(rows.getDouble(2), rows.getInt(3)));
        }
      }
    }
    return new LearnedNoise(usual(), found);
  }

  private double usual() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT sd FROM usual_noise");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getDouble(1) : 0;
    }
  }

  /** Puts this in the place of what was there. */
  void replace(LearnedNoise noise) throws SQLException {
    replaceUsual(noise.usual());
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session_noise")) {
      delete.executeUpdate();
    }
    List<SeriesRow> rows =
        noise.series().keySet().stream().map(key -> new SeriesRow(key, 0)).toList();
    Map<SeriesRow, Long> ids = series.ids(rows);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO session_noise (series_id, sd, repeats) VALUES (?, ?, ?)")) {
      for (SeriesRow row : rows) {
        SeriesNoise learned = noise.series().get(row.key());
        insert.setLong(1, ids.get(row));
        insert.setDouble(2, learned.sd());
        insert.setInt(3, learned.repeats());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Comes first: who writes this row meanwhile is waited for, and what they wrote is then seen. */
  private void replaceUsual(double sd) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO usual_noise (id, sd) VALUES (1, ?)"
                + " ON CONFLICT (id) DO UPDATE SET sd = excluded.sd")) {
      upsert.setDouble(1, sd);
      upsert.executeUpdate();
    }
  }
}
