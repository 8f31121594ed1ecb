package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RunFilter;
import io.amorsize.result.ResultFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Logging in as a user with a password. Needs a server that asks for one: {@code .ci/postgres mvn
 * verify} starts one.
 */
@EnabledIfEnvironmentVariable(
    named = PostgresHistoryTest.VARIABLE,
    matches = ".+",
    disabledReason = "no server of PostgreSQL is named in " + PostgresHistoryTest.VARIABLE)
class PostgresLoginTest {

  private static final String PASSWORD = "cor:rect\\horse";
  private static final InstantSource CLOCK = InstantSource.system();

  private final String server = System.getenv(PostgresHistoryTest.VARIABLE);
  private final String url = server.replaceFirst("[?].*", "");
  private final String user = "u_" + UUID.randomUUID().toString().replace('-', '_');

  @TempDir Path folder;

  private void asAdministrator(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server);
        var statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  @BeforeEach
  void makeUser() throws SQLException {
    asAdministrator(
        "CREATE ROLE " + user + " LOGIN PASSWORD '" + PASSWORD + "'",
        "CREATE SCHEMA " + user + " AUTHORIZATION " + user);
    try (Connection any = DriverManager.getConnection(url, user, "not " + PASSWORD)) {
      abort("the server takes any password, so nothing can be tested here: " + any.getMetaData());
    } catch (SQLException e) {
      assertThat(e.getSQLState()).startsWith("28");
    }
  }

  @AfterEach
  void removeUser() throws SQLException {
    asAdministrator("DROP SCHEMA " + user + " CASCADE", "DROP ROLE " + user);
  }

  private HistoryPlace place(Map<String, String> variables) {
    return new HistoryPlace(url + "?currentSchema=" + user, variables);
  }

  private static void recordsAndFinds(HistoryPlace place) {
    try (HistoryStore store = place.open(CLOCK)) {
      store.record(Nights.night(1, 2));
      assertThat(store.runs(RunFilter.ALL)).hasSize(1);
    }
  }

  @Test
  void userAndPasswordOfTheEnvironmentLogIn() {
    recordsAndFinds(place(Map.of("PGUSER", user, "PGPASSWORD", PASSWORD)));
  }

  @Test
  void userAndPasswordOfTheUrlLogIn() {
    String secret = PASSWORD.replace(":", "%3A").replace("\\", "%5C");
    String login = url + "?currentSchema=" + user + "&user=" + user + "&password=" + secret;
    recordsAndFinds(new HistoryPlace(login, Map.of("PGUSER", "nobody", "PGPASSWORD", "none")));
  }

  @Test
  void aWrongPasswordIsRefusedAndNotShown() {
    HistoryPlace wrong = place(Map.of("PGUSER", user, "PGPASSWORD", "hunter2"));
    assertThatThrownBy(() -> wrong.open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageStartingWith(url + ": the history cannot be used: ")
        .hasMessageContaining("password authentication failed for user \"" + user + "\"")
        .hasMessageEndingWith(
            "; the user comes from PGUSER, the password from PGPASSWORD or the file that PGPASSFILE"
                + " names")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aMissingPasswordIsSaid() {
    assertThatThrownBy(() -> place(Map.of("PGUSER", user)).open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("no password was provided; the user comes from PGUSER");
  }

  /** The program itself, since the driver reads this variable of the process. */
  private String listed(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("pgpass"), line + "\n");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.amorsize.jmh.cli.Main",
                "history",
                "list",
                "--history",
                url + "?currentSchema=" + user));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGUSER", user);
    builder.environment().put("PGPASSFILE", file.toString());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + ": " + Files.readString(out, StandardCharsets.UTF_8);
  }

  @Test
  void theFileThatPgpassfileNamesLogsIn() throws Exception {
    recordsAndFinds(place(Map.of("PGUSER", user, "PGPASSWORD", PASSWORD)));
    String escaped = PASSWORD.replace("\\", "\\\\").replace(":", "\\:");
    assertThat(listed("127.0.0.1:*:*:" + user + ":" + escaped))
        .startsWith("0: ")
        .contains("1 run in ")
        .doesNotContain(PASSWORD);
    assertThat(listed("127.0.0.1:*:*:" + user + ":hunter2"))
        .startsWith("2: ")
        .contains("password authentication failed")
        .doesNotContain("hunter2");
  }
}
