package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RunFilter;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest extends DatabaseContract {

  @TempDir Path folder;

  private HistoryPlace place() {
    return new HistoryPlace(folder.resolve("a/b/history.db").toString(), Map.of());
  }

  @Override
  HistoryStore open() {
    assertThat(place().mayExist()).isFalse();
    return place().open(CLOCK);
  }

  @Override
  HistoryStore openAgain() {
    assertThat(place().mayExist()).isTrue();
    return place().open(CLOCK);
  }

  @Test
  void refusesWhatIsNoHistory() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a database, not at all\n");
    assertThatThrownBy(() -> new HistoryPlace(text.toString(), Map.of()).open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("notes.txt: ");
    assertThat(text).hasContent("not a database, not at all");
    assertThatThrownBy(() -> new HistoryPlace(folder.toString(), Map.of()).open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("is a folder; name a file");
    assertThatThrownBy(() -> new HistoryPlace("jdbc:mysql://u:secret@h/d", Map.of()).open(CLOCK))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("--history must be a file")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whoWaitsTooLongForAnotherWriterIsToldSo() throws SQLException {
    Path file = folder.resolve("a/b/history.db");
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement();
        HistoryStore mine = SqliteHistory.open(file, CLOCK, Duration.ofMillis(1))) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> mine.record(Nights.night(1, 2)))
          .isInstanceOf(ResultFormatException.class)
          .hasMessage(
              file
                  + ": the history cannot be used: another process has been writing to it all the"
                  + " while; wait for it to end, and run this again");
      assertThat(mine.runs(RunFilter.ALL)).isEmpty();
      statement.execute("ROLLBACK");
      assertThat(mine.record(Nights.night(1, 2)).isNew()).isTrue();
    }
  }

  @Test
  void refusesTablesOfANewerProgram() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a/b/history.db"));
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, script, checksum,"
              + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
              + " WHERE version = '1'");
    }
    assertThatThrownBy(this::openAgain)
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("of version 99, this program knows up to 2");
  }
}
