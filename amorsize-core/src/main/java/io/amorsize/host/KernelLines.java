package io.amorsize.host;

import java.io.FileInputStream;
import java.io.IOException;

/**
 * What single lines of the kernel's files tell, for those who read them while they measure, or
 * before anything else was loaded: unlike {@link SystemFiles} it has no further classes loaded,
 * each of which takes about a millisecond, and reads no more than is asked for. Linux has such
 * files; elsewhere a machine is taken as idle but for the caller.
 */
public final class KernelLines {

  private static final String LOAD = "/proc/loadavg";
  private static final String ONLINE = "/sys/devices/system/cpu/online";

  /** The longest that is read of either, such as {@code 0.20 0.18 0.12 1/80 11206}. */
  private static final int LONGEST = 256;

  private KernelLines() {}

  /** Threads of the whole machine that run or could run at this moment, at least 1. */
  public static int runnable() {
    try {
      return parseRunnable(read(LOAD, LONGEST));
    } catch (Exception e) {
      // To catch what is thrown by its own name would have the verifier load that class.
      return 1;
    }
  }

  /** Processors that the machine has running, at least those that this JVM may use. */
  public static int processors() {
    int available = Runtime.getRuntime().availableProcessors();
    try {
      return Math.max(available, parseCount(read(ONLINE, LONGEST).strip()));
    } catch (Exception e) {
      return available;
    }
  }

  /**
   * What a file begins with.
   *
   * @param name the file
   * @param most bytes that are read at most, in one go
   * @throws IOException if there is no such file, or it cannot be read
   */
  static String read(String name, int most) throws IOException {
    byte[] bytes = new byte[most];
    int length;
    try (FileInputStream file = new FileInputStream(name)) {
      length = file.read(bytes);
    }
    // They are ASCII; a charset would be one more class to initialize.
    StringBuilder line = new StringBuilder(most);
    for (int i = 0; i < length; i++) {
      line.append((char) bytes[i]);
    }
    return line.toString();
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
