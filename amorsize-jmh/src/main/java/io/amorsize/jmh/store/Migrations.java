package io.amorsize.jmh.store;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of a database to what this program knows. */
final class Migrations {

  /** The number of the last script in each folder of scripts. */
  private static final int CURRENT = 2;

  private static final String SCRIPTS = "classpath:io/amorsize/jmh/store/";

  private Migrations() {}

  /**
   * Whether nothing is left to do. It is asked before Flyway is loaded, which takes a third of a
   * second.
   *
   * @throws ResultFormatException if a newer program has migrated it further
   */
  private static boolean areDone(String place, Connection connection) {
    int found = version(connection);
    if (found > CURRENT) {
      throw new ResultFormatException(
          place
              + ": its tables are of version "
              + found
              + ", this program knows up to "
              + CURRENT
              + "; use the newer program that made them, or export there and import here");
    }
    return found == CURRENT;
  }

  /** A connection to a database whose tables are brought up to date first, where they are not. */
  static Connection connect(String place, DataSource source, Migration migration)
      throws IOException, SQLException {
    Connection connection = source.getConnection();
    boolean done = false;
    try {
      if (!areDone(place, connection)) {
        migration.run();
      }
      done = true;
      return connection;
    } finally {
      if (!done) {
        connection.close();
      }
    }
  }

  /** Brings the tables of one database up to date. */
  interface Migration {
    void run() throws IOException, SQLException;
  }

  private static int version(Connection connection) {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT version FROM flyway_schema_history WHERE success = ? AND version IS NOT NULL"
                + " ORDER BY installed_rank DESC")) {
      select.setBoolean(1, true);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Integer.parseInt(rows.getString(1)) : 0;
      }
    } catch (SQLException | NumberFormatException e) {
      // There is no such table yet; what else is wrong, the migration says.
      return 0;
    }
  }

  /** Migrates a file of SQLite. */
  static void migrate(String place, DataSource source) {
    migrate(place, Flyway.configure().dataSource(source).locations(SCRIPTS + "sqlite"));
  }

  /** Migrates a schema of PostgreSQL, which is made where it is not there. */
  static void migrate(String place, DataSource source, String schema) {
    migrate(
        place,
        Flyway.configure()
            .dataSource(source)
            .locations(SCRIPTS + "postgresql")
            .defaultSchema(schema)
            .createSchemas(true));
  }

  private static void migrate(String place, FluentConfiguration flyway) {
    try {
      flyway.loggers("slf4j").load().migrate();
    } catch (FlywayException e) {
      throw new ResultFormatException(
          place + ": its tables cannot be brought up to date: " + StoreProblem.firstLine(e), e);
    }
  }
}
