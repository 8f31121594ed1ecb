package io.amorsize.jmh.store;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database says of itself, in one sentence. */
final class StoreProblem {

  /** Begins the SQL states of a login that was refused. */
  private static final String NOT_AUTHORIZED = "28";

  /** The driver's SQL state where the server wants a password and there is none. */
  private static final String NO_PASSWORD = "08004";

  private StoreProblem() {}

  static ResultFormatException of(String place, Exception cause) {
    return new ResultFormatException(place + ": the history cannot be used: " + said(cause), cause);
  }

  private static String said(Exception cause) {
    String message = firstLine(cause);
    if (!(cause instanceof SQLException sql)) {
      return message;
    }
    if (sql instanceof SQLiteException lite
        && lite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
      return "another process has been writing to it all the while; wait for it to end, and run"
          + " this again";
    }
    if (sql instanceof SQLiteException lite && isOfDisk(lite.getResultCode().name())) {
      return "its disk is full, or it may not be written ("
          + lite.getResultCode().name()
          + "); make room, which reading takes too, or name another with --history";
    }
    String state = sql.getSQLState();
    return state != null && (state.startsWith(NOT_AUTHORIZED) || state.equals(NO_PASSWORD))
        ? message.replaceFirst("[.]$", "")
            + "; the user comes from PGUSER, the password from PGPASSWORD or the file that"
            + " PGPASSFILE names"
        : message;
  }

  private static boolean isOfDisk(String code) {
    return code.startsWith("SQLITE_IOERR")
        || code.startsWith("SQLITE_FULL")
        || code.startsWith("SQLITE_READONLY")
        || code.startsWith("SQLITE_CANTOPEN");
  }

  /** The first line of what it says. */
  static String firstLine(Exception cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : ShownText.of(message.lines().findFirst().orElse("no reason was given"));
  }
}
