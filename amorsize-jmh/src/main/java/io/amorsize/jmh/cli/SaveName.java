package io.amorsize.jmh.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Fills in the placeholders of a results file's name. */
final class SaveName {

  private SaveName() {}

  static Path fill(String name, LocalDateTime now) {
    return Path.of(
        name.replace("{timestamp}", format(now, "yyyyMMdd_HHmmss"))
            .replace("{date}", format(now, "yyyyMMdd"))
            .replace("{host}", harmless(hostName()))
            .replace("{version}", harmless(AmorsizeCommand.Version.ofJar())));
  }

  private static String format(LocalDateTime now, String pattern) {
    return now.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static String harmless(String text) {
    return text.replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
