package io.amorsize.jmh.store;

import io.amorsize.result.ResultFormatException;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of PostgreSQL and who asks for it. User and password come from the URL, else from
 * {@code PGUSER} and {@code PGPASSWORD}, else, for the password, from the driver's own look into
 * {@code PGPASSFILE} or {@code ~/.pgpass}. None of it is ever shown.
 */
final class PostgresAddress {

  /** Where the tables are, unless the URL says {@code currentSchema}: apart from a team's own. */
  private static final String SCHEMA = "amorsize";

  /** The driver logs what it cannot parse, secrets included. Held, since loggers may be dropped. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final String shown;
  private final PGSimpleDataSource source;

  private PostgresAddress(String shown, PGSimpleDataSource source) {
    this.shown = shown;
    this.source = source;
  }

  /**
   * Reads an address.
   *
   * @param url begins with {@code jdbc:postgresql:}
   * @param variables the environment of the process
   * @throws ResultFormatException in one sentence that holds nothing of the URL, if it cannot be
   *     read
   */
  static PostgresAddress of(String url, Map<String, String> variables) {
    DRIVER.setLevel(Level.OFF);
    String shown = url.replaceFirst("[?].*", "");
    if (shown.contains("@")) {
      throw unreadable(null);
    }
    try {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setURL(url);
      // Its properties do not hold these two.
      if (source.getUser() == null) {
        source.setUser(variables.get("PGUSER"));
      }
      if (source.getPassword() == null) {
        source.setPassword(variables.get("PGPASSWORD"));
      }
      otherwise(source, PGProperty.CURRENT_SCHEMA, SCHEMA);
      otherwise(source, PGProperty.CONNECT_TIMEOUT, "10");
      otherwise(source, PGProperty.TCP_KEEP_ALIVE, "true");
      otherwise(source, PGProperty.REWRITE_BATCHED_INSERTS, "true");
      otherwise(source, PGProperty.APPLICATION_NAME, "amorsize");
      return new PostgresAddress(shown, source);
    } catch (SQLException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static void otherwise(PGSimpleDataSource source, PGProperty property, String value)
      throws SQLException {
    if (source.getProperty(property) == null) {
      source.setProperty(property, value);
    }
  }

  private static ResultFormatException unreadable(Exception cause) {
    return new ResultFormatException(
        "--history is no URL of PostgreSQL; write jdbc:postgresql://HOST:PORT/DATABASE, with user"
            + " and password in PGUSER and PGPASSWORD or behind it as ?user=NAME&password=SECRET",
        cause);
  }

  /** The URL without what stands behind the question mark. */
  String shown() {
    return shown;
  }

  /** The schema that holds the tables. */
  String schema() {
    return source.getCurrentSchema().replaceFirst(",.*", "").strip();
  }

  PGSimpleDataSource source() {
    return source;
  }
}
