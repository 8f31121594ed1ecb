package io.amorsize.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many threads of the whole machine want to run at this moment, this one included, and on how
 * many processors. Linux tells; elsewhere a machine is taken as idle but for the caller.
 */
public final class RunQueue {

  private static final Path LOAD = Path.of("/proc/loadavg");
  private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");

  private RunQueue() {}

  /** Threads that run or could run, at least 1. */
  public static int runnable() {
    try {
      return parseRunnable(text(LOAD));
    } catch (IOException | RuntimeException e) {
      return 1;
    }
  }

  /** Processors that the machine has running, at least those that this JVM may use. */
  public static int processors() {
    int available = Runtime.getRuntime().availableProcessors();
    try {
      return Math.max(available, parseCount(text(ONLINE).strip()));
    } catch (IOException | RuntimeException e) {
      return available;
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
  }

  /** The fourth field of a line such as {@code 0.20 0.18 0.12 1/80 11206}. */
  static int parseRunnable(String line) {
    int slash = line.indexOf('/');
    int start = line.lastIndexOf(' ', slash) + 1;
    return Math.max(1, Integer.parseInt(line.substring(start, slash)));
  }

  /** Members of a list such as {@code 0-3,8,10-11}. */
  static int parseCount(String list) {
    int count = 0;
    for (String range : list.split(",", -1)) {
      int dash = range.indexOf('-');
      count +=
          dash < 0
              ? 1
              : Integer.parseInt(range.substring(dash + 1))
                  - Integer.parseInt(range.substring(0, dash))
                  + 1;
    }
    return count;
  }
}
