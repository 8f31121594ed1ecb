package io.amorsize.jmh.store;

import io.amorsize.history.HistoryStore;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A history in a file of SQLite. Its journal is written ahead, so that readers and a writer do not
 * wait for each other, and several writers wait in turn; a process that is killed leaves what was
 * committed, and nothing else.
 */
final class SqliteHistory {

  /** A night of a thousand benchmarks is written in less than a second. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private static final int PAGE_BYTES = 8192;

  /** Negative: in kilobytes. */
  private static final int CACHE = -64_000;

  /** One thread of this process at a time; the lock of a file is the process's. */
  private static final Object PROCESS = new Object();

  private SqliteHistory() {}

  /**
   * Opens a history, which is made where it is not there.
   *
   * @param file its file; others stand beside it that begin with its name
   * @param clock says when runs are recorded
   * @throws ResultFormatException in one sentence, if it is no history or cannot be used
   */
  static HistoryStore open(Path file, InstantSource clock) {
    return open(file, clock, LONGEST_WAIT);
  }

  /**
   * Opens a history likewise.
   *
   * @param wait how long to wait for another process that writes
   */
  static HistoryStore open(Path file, InstantSource clock, Duration wait) {
    if (Files.isDirectory(file)) {
      throw new ResultFormatException(file + ": is a folder; name a file, as --history history.db");
    }
    try {
      SQLiteDataSource source = source(file, wait);
      if (!Files.exists(file)) {
        migrate(file, source);
      }
      return new SqlHistory(
          file.toString(),
          Migrations.connect(file.toString(), source, () -> migrate(file, source)),
          clock);
    } catch (SQLException | IOException e) {
      throw StoreProblem.of(file.toString(), e);
    }
  }

  private static SQLiteDataSource source(Path file, Duration wait) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) wait.toMillis());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPageSize(PAGE_BYTES);
    config.setCacheSize(CACHE);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /** Several processes may find the file missing at once: one makes it, the others wait. */
  @SuppressWarnings("try") // The lock is held, and asked nothing.
  private static void migrate(Path file, SQLiteDataSource source) throws IOException, SQLException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path guard = absolute.resolveSibling(absolute.getFileName() + ".lock");
    synchronized (PROCESS) {
      try (FileChannel channel =
              FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        try (Connection connection = source.getConnection();
            var statement = connection.createStatement()) {
          statement.execute("PRAGMA journal_mode = WAL");
        }
        Migrations.migrate(file.toString(), source);
      }
    }
  }
}
