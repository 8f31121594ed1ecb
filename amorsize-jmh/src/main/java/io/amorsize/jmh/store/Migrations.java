package io.amorsize.jmh.store;

import io.amorsize.result.ResultFormatException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of a database to what this program knows. */
final class Migrations {

  /** The number of the last script in each folder of scripts. */
  static final String CURRENT = "1";

  private Migrations() {}

  /**
   * Whether nothing is left to do. It is asked before Flyway is loaded, which takes a third of a
   * second.
   */
  static boolean areDone(Connection connection) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT version FROM flyway_schema_history WHERE success = ?"
                + " ORDER BY installed_rank DESC")) {
      select.setBoolean(1, true);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() && CURRENT.equals(rows.getString(1));
      }
    } catch (SQLException e) {
      // There is no such table yet; what else is wrong, the migration says.
      return false;
    }
  }

  static void migrate(String place, String scripts, DataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:io/amorsize/jmh/store/" + scripts)
          .loggers("slf4j")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new ResultFormatException(
          place + ": its tables cannot be brought up to date: " + StoreProblem.firstLine(e), e);
    }
  }
}
