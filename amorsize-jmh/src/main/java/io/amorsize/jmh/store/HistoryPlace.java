package io.amorsize.jmh.store;

import io.amorsize.history.HistoryStore;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** Where a history is: a file, or a database of PostgreSQL. */
public final class HistoryPlace {

  /** The file that is used where nothing else is named, in the folder one stands in. */
  public static final String DEFAULT = ".amorsize/history.db";

  private static final String POSTGRES = "jdbc:postgresql:";
  private static final String SQLITE = "jdbc:sqlite:";

  private final String text;
  private final Map<String, String> variables;

  /**
   * A place.
   *
   * @param text a file, or a JDBC URL of PostgreSQL
   * @param variables the environment of the process, in which credentials may be
   */
  public HistoryPlace(String text, Map<String, String> variables) {
    this.text = text;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Whether there may be a history: a file that is missing holds none, and a server is asked when
   * it is opened.
   */
  public boolean mayExist() {
    return isPostgres() || Files.exists(file());
  }

  /**
   * Opens the history; what is not there is made.
   *
   * @param clock says when runs are recorded
   * @throws ResultFormatException in one sentence, if it cannot be used
   */
  public HistoryStore open(InstantSource clock) {
    return isPostgres()
        ? PostgresHistory.open(PostgresAddress.of(text, variables), clock)
        : SqliteHistory.open(file(), clock);
  }

  /** What it takes of the disk in bytes, or of the server's; 0 where there is nothing. */
  public long bytes() {
    if (isPostgres()) {
      return PostgresHistory.bytes(PostgresAddress.of(text, variables));
    }
    try {
      return Files.exists(file()) ? Files.size(file()) : 0;
    } catch (IOException e) {
      throw StoreProblem.of(shown(), e);
    }
  }

  /** What it can be called in a message: no credentials are in it. */
  public String shown() {
    return isPostgres() ? PostgresAddress.of(text, variables).shown() : file().toString();
  }

  private boolean isPostgres() {
    return text.startsWith(POSTGRES);
  }

  private Path file() {
    String path = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text;
    if (path.isBlank() || path.startsWith("jdbc:") || path.contains("://")) {
      throw new ResultFormatException(
          "--history must be a file, such as "
              + DEFAULT
              + ", or a URL such as jdbc:postgresql://HOST/DATABASE, is "
              + ShownText.of(path.replaceFirst("//.*", "//...")));
    }
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new ResultFormatException(
          "--history " + ShownText.of(path) + " is no file's name: " + e.getReason(), e);
    }
  }
}
