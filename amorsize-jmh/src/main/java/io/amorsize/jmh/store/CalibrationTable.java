package io.amorsize.jmh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table of what calibrations learned, a document for each host. */
final class CalibrationTable {

  private final Connection connection;

  CalibrationTable(Connection connection) {
    this.connection = connection;
  }

  Optional<String> find(String fingerprint) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT document FROM calibration WHERE fingerprint = ?")) {
      select.setString(1, fingerprint);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  void replace(String fingerprint, String document) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO calibration (fingerprint, document) VALUES (?, ?)"
                + " ON CONFLICT (fingerprint) DO UPDATE SET document = excluded.document")) {
      upsert.setString(1, fingerprint);
      upsert.setString(2, document);
      upsert.executeUpdate();
    }
  }
}
