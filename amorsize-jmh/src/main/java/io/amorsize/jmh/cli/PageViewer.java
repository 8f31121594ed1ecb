package io.amorsize.jmh.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows a page in the browser of whoever sits at this machine. */
interface PageViewer {

  /**
   * Shows a page.
   *
   * @return whether a browser was called
   */
  boolean show(Path page);

  /** What the system opens files of this kind with. */
  static PageViewer ofSystem() {
    return page -> {
      try {
        new ProcessBuilder(command(System.getProperty("os.name"), page))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return true;
      } catch (IOException e) {
        return false;
      }
    };
  }

  /** The command that opens a page on an operating system of this name. */
  static List<String> command(String system, Path page) {
    String name = system.toLowerCase(Locale.ROOT);
    String address = page.toAbsolutePath().toUri().toString();
    if (name.startsWith("mac")) {
      return List.of("open", address);
    }
    return name.startsWith("windows")
        ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
        : List.of("xdg-open", address);
  }
}
