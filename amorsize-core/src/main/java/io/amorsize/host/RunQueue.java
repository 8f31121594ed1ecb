package io.amorsize.host;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many threads of the whole machine want to run at this moment, this one included, and on how
 * many processors. Linux tells; elsewhere a machine is taken as idle but for the caller.
 */
public final class RunQueue {

  private static final String LOAD = "/proc/loadavg";
  private static final String TASKS = "/proc/self/task";
  private static final String ONLINE = "/sys/devices/system/cpu/online";

  /** The longest that is read, such as {@code 0.20 0.18 0.12 1/80 11206}. */
  private static final int LONGEST = 256;

  /** A number, a name of at most 15 bytes, and the state. */
  private static final int LONGEST_NAME = 64;

  /** Looks at this JVM's threads until as many threads could run before as after. */
  private static final int MOST_LOOKS = 3;

  private static final int MOST_LATELY = 8;

  /** Threads that hardly ever run are not looked at again so soon. */
  private static final long ALL_KNOWN_NANOS = 2_000_000;

  /**
   * Those of this JVM's threads that were seen running last, as a rule the caller and the
   * compiler's: to look at them first mostly saves looking at all others.
   */
  private static volatile List<String> ranLately = List.of();

  private static volatile long lookedAtAllNanos = System.nanoTime() - ALL_KNOWN_NANOS;

  private RunQueue() {}

  /** Threads that run or could run, at least 1. */
  public static int runnable() {
    try {
      return parseRunnable(KernelLine.read(LOAD, LONGEST));
    } catch (IOException | RuntimeException e) {
      return 1;
    }
  }

  /**
   * Threads of other processes that run or could run, at least 0. This JVM's own, those of its
   * compiler above all, come and go with what it does and are left out.
   */
  public static int others() {
    int others = 0;
    int before = runnable();
    for (int look = 0; look < MOST_LOOKS && before > 1; look++) {
      int own = own(before);
      int after = runnable();
      // A thread of this JVM that woke up or fell asleep meanwhile is in one of the counts only.
      others = Math.max(0, Math.min(before, after) - own);
      if (others > 1) {
        // One that sleeps and wakes up all the time, as a compiler's does, may have been missed.
        others =
            Math.max(1, Math.min(before, after) - Math.max(own, running(ranLately, before).size()));
      }
      if (after == before) {
        return others;
      }
      before = after;
    }
    return others;
  }

  /**
   * Threads of this JVM that run or could run, at least 1.
   *
   * @param enough so many need not be counted further
   */
  private static int own(int enough) {
    List<String> first = ranLately;
    List<String> running = running(first, enough);
    if (running.size() < enough && System.nanoTime() - lookedAtAllNanos >= ALL_KNOWN_NANOS) {
      lookedAtAllNanos = System.nanoTime();
      String[] tasks = new File(TASKS).list();
      List<String> rest = new ArrayList<>(tasks == null ? List.of() : List.of(tasks));
      rest.removeAll(first);
      running.addAll(running(rest, enough - running.size()));
      List<String> lately = new ArrayList<>(first);
      lately.removeAll(running);
      lately.addAll(0, running);
      ranLately = List.copyOf(lately.subList(0, Math.min(MOST_LATELY, lately.size())));
    }
    return Math.max(1, running.size());
  }

  /** Those of some threads that run or could run; enough of them need no further look. */
  private static List<String> running(List<String> tasks, int enough) {
    List<String> running = new ArrayList<>();
    for (String task : tasks) {
      if (running.size() < enough && isRunning(task)) {
        running.add(task);
      }
    }
    return running;
  }

  private static boolean isRunning(String task) {
    try {
      return isRunningLine(KernelLine.read(TASKS + '/' + task + "/stat", LONGEST_NAME));
    } catch (IOException | RuntimeException e) {
      // The thread has ended meanwhile.
      return false;
    }
  }

  /** The third field of a line such as {@code 11206 (C2 CompilerThre) R 1 ...}. */
  static boolean isRunningLine(String line) {
    return line.charAt(line.lastIndexOf(')') + 2) == 'R';
  }

  /** Processors that the machine has running, at least those that this JVM may use. */
  public static int processors() {
    int available = Runtime.getRuntime().availableProcessors();
    try {
      return Math.max(available, parseCount(KernelLine.read(ONLINE, LONGEST).strip()));
    } catch (IOException | RuntimeException e) {
      return available;
    }
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
