package io.amorsize.jmh.store;

import io.amorsize.history.LearnedNoise;
import io.amorsize.history.SeriesKey;
import io.amorsize.history.SeriesNoise;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
    double usual = 0;
    try (PreparedStatement select =
            connection.prepareStatement("SELECT series_id, sd, repeats FROM session_noise");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        long id = rows.getLong(1);
        if (rows.wasNull()) {
          usual = rows.getDouble(2);
        } else if (known.containsKey(id)) {
          found.put(known.get(id).key(), new SeriesNoise(rows.getDouble(2), rows.getInt(3)));
        }
      }
    }
    return new LearnedNoise(usual, found);
  }

  void replace(LearnedNoise noise) throws SQLException {
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
      insert.setNull(1, Types.BIGINT);
      insert.setDouble(2, noise.usual());
      insert.setInt(3, 0);
      insert.addBatch();
      insert.executeBatch();
    }
  }
}
