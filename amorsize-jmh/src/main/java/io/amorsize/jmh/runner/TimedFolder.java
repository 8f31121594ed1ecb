package io.amorsize.jmh.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Folders of runs, sessions and nights, named by the time at which they began. */
public final class TimedFolder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private TimedFolder() {}

  /**
   * A folder that does not exist yet, for example {@code reports/ab-20260131-230000}; a number
   * behind it tells it from others of the same second.
   *
   * @param parent the folder that it will be in
   * @param prefix what the name begins with; may be empty
   */
  public static Path fresh(Path parent, String prefix, LocalDateTime began) {
    String name = prefix + began.format(TIME);
    Path folder = parent.resolve(name);
    for (int again = 2; Files.exists(folder); again++) {
      folder = parent.resolve(name + "-" + again);
    }
    return folder;
  }
}
