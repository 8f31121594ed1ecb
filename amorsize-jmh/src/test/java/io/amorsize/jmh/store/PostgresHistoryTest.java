package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.HistoryStore;
import io.amorsize.result.ResultFormatException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Needs a server: {@code .ci/postgres mvn verify} starts one. Each test has a schema of its own.
 */
@EnabledIfEnvironmentVariable(
    named = PostgresHistoryTest.VARIABLE,
    matches = ".+",
    disabledReason = "no server of PostgreSQL is named in " + PostgresHistoryTest.VARIABLE)
class PostgresHistoryTest extends DatabaseContract {

  static final String VARIABLE = "AMORSIZE_POSTGRES";

  private final String schema = "t_" + UUID.randomUUID().toString().replace('-', '_');

  private static String server() {
    return System.getenv(VARIABLE);
  }

  private HistoryPlace place() {
    String separator = server().contains("?") ? "&" : "?";
    return new HistoryPlace(server() + separator + "currentSchema=" + schema, Map.of());
  }

  @Override
  HistoryStore open() {
    return place().open(CLOCK);
  }

  @Override
  HistoryStore openAgain() {
    return open();
  }

  @AfterEach
  void dropSchema() throws SQLException {
    store.close();
    try (Connection connection = DriverManager.getConnection(server());
        var statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA " + schema + " CASCADE");
    }
  }

  @Test
  void whatTheServerSaysHoldsNoPassword() {
    HistoryPlace nobody =
        new HistoryPlace(
            server().replaceFirst("[?].*", "") + "?user=nobody-here&password=hunter2", Map.of());
    assertThatThrownBy(() -> nobody.open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(nobody.shown() + ": the history cannot be used: ")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void itsSizeIsThatOfItsTables() {
    long empty = place().bytes();
    store.record(Nights.night(1, 200));
    assertThat(place().bytes()).isGreaterThan(empty);
  }
}
