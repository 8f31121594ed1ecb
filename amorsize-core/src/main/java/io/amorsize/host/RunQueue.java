package io.amorsize.host;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many threads of other processes want to run at this moment. Linux tells; elsewhere a machine
 * is taken as idle but for the caller.
 */
public final class RunQueue {

  private static final String TASKS = "/proc/self/task/";

  /** A number, a name of at most 15 bytes, and the state. */
  private static final int LONGEST_NAME = 64;

  /** Looks at this JVM's threads until as many threads could run before as after. */
  private static final int MOST_LOOKS = 3;

  private static final int MOST_LATELY = 8;

  /** Threads that hardly ever run are not looked at again so soon. */
  private static final long ALL_KNOWN_NANOS = 2_000_000;

  /** The same where two looks at all of them have agreed: each takes 20 us for every thread. */
  private static final long AGREED_NANOS = 20_000_000;

  /**
   * Those of this JVM's threads that were seen running last, as a rule the caller and the
   * compiler's: to look at them first mostly saves looking at all others.
   */
  private static volatile List<String> ranLately = List.of();

  private static volatile LookAtAll lookedAtAll =
      new LookAtAll(0, false, System.nanoTime() - AGREED_NANOS);

  private RunQueue() {}

  /**
   * A look at all threads of this JVM.
   *
   * @param others threads that could run and were none of them
   * @param agrees whether the look before saw as many, not long ago
   * @param atNanos when it began
   */
  record LookAtAll(int others, boolean agrees, long atNanos) {

    /** Whether to look again would tell no more about so many that may be others'. */
    boolean tells(int unknown, long nowNanos) {
      long age = nowNanos - atNanos;
      return age < ALL_KNOWN_NANOS || (agrees && age < AGREED_NANOS && unknown <= others);
    }

    LookAtAll then(int others, long atNanos) {
      boolean agrees = others == this.others && atNanos - this.atNanos < AGREED_NANOS;
      return new LookAtAll(others, agrees, atNanos);
    }
  }

  /**
   * Threads of other processes that run or could run, at least 0. This JVM's own, those of its
   * compiler above all, come and go with what it does and are left out.
   */
  public static int others() {
    int others = 0;
    int before = KernelLines.runnable();
    for (int look = 0; look < MOST_LOOKS && before > 1; look++) {
      int own = own(before);
      int after = KernelLines.runnable();
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
    long now = System.nanoTime();
    LookAtAll before = lookedAtAll;
    if (running.size() < enough && !before.tells(enough - running.size(), now)) {
      String[] tasks = new File(TASKS).list();
      List<String> rest = new ArrayList<>(tasks == null ? List.of() : List.of(tasks));
      rest.removeAll(first);
      running.addAll(running(rest, enough - running.size()));
      List<String> lately = new ArrayList<>(first);
      lately.removeAll(running);
      lately.addAll(0, running);
      ranLately = List.copyOf(lately.subList(0, Math.min(MOST_LATELY, lately.size())));
      lookedAtAll = before.then(enough - running.size(), now);
    }
    return Math.max(1, running.size());
  }

  /** Those of some threads that run or could run; enough of them need no further look. */
  private static List<String> running(List<String> tasks, int enough) {
    List<String> running = new ArrayList<>();
    for (String task : tasks) {
      if (running.size() >= enough) {
        break;
      }
      if (isRunning(task)) {
        running.add(task);
      }
    }
    return running;
  }

  private static boolean isRunning(String task) {
    try {
      return isRunningLine(KernelLines.read(TASKS.concat(task).concat("/stat"), LONGEST_NAME));
    } catch (IOException | RuntimeException e) {
      // The thread has ended meanwhile.
      return false;
    }
  }

  /** The third field of a line such as {@code 11206 (C2 CompilerThre) R 1 ...}. */
  static boolean isRunningLine(String line) {
    return line.charAt(line.lastIndexOf(')') + 2) == 'R';
  }
}
