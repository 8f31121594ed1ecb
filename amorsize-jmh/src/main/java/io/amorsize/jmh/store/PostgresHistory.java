package io.amorsize.jmh.store;

import io.amorsize.history.HistoryStore;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;

/** A history in a database of PostgreSQL, which several machines can share. */
final class PostgresHistory {

  private PostgresHistory() {}

  /**
   * Opens a history; its tables are made where they are not there.
   *
   * @throws io.amorsize.result.ResultFormatException in one sentence, if it cannot be used
   */
  static HistoryStore open(PostgresAddress address, InstantSource clock) {
    try {
      Connection connection =
          Migrations.connect(
              address.shown(),
              address.source(),
              () -> Migrations.migrate(address.shown(), address.source(), address.schema()));
      return new SqlHistory(address.shown(), connection, clock);
    } catch (SQLException | IOException e) {
      throw StoreProblem.of(address.shown(), e);
    }
  }

  /** What the tables of a schema take with their indexes. */
  static long bytes(PostgresAddress address) {
    try (Connection connection = address.source().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0) FROM pg_class c"
                    + " JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE n.nspname = ? AND c.relkind = 'r'")) {
      select.setString(1, address.schema());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw StoreProblem.of(address.shown(), e);
    }
  }
}
