package io.amorsize.jmh.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Folders of sessions, named after their command and the time. */
final class SessionFolders {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private SessionFolders() {}

  /** A folder that does not exist yet. */
  static Path fresh(Path reports, String command, LocalDateTime now) {
    Path first = reports.resolve(command + "-" + now.format(TIME));
    Path folder = first;
    for (int again = 2; Files.exists(folder); again++) {
      folder = reports.resolve(first.getFileName() + "-" + again);
    }
    return folder;
  }
}
