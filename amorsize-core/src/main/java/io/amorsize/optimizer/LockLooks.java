package io.amorsize.optimizer;

import io.amorsize.execution.SideWork;
import io.amorsize.host.HeldMonitors;
import io.amorsize.host.ThreadClock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks, at moments of its own, at the monitors that a thread holds while it runs items one after
 * another. A monitor that is held in most looks is shared by the items, and as many of them can run
 * at once as its share leaves room for, which a loop shows as well as threads do.
 */
final class LockLooks implements Runnable, AutoCloseable {

  /** With so many, a lock that is held all the time is told from one that is held half of it. */
  private static final int LOOKS = 6;

  /** Fewer tell nothing. */
  private static final int LEAST_LOOKS = 4;

  /** Between looks the thread goes on, by no rhythm that items could have. */
  private static final long LEAST_PAUSE_NANOS = 20_000;

  private static final int FURTHER_PAUSE_NANOS = 7_000;

  /** After so many items' time the thread is at another one. */
  private static final double OTHER_ITEM = 1.5;

  private final double itemNanos;
  private final long threadId;
  private final String caller;
  private final Map<String, Integer> held = new HashMap<>();
  private int looks;
  private volatile boolean done;

  private LockLooks(long threadId, String caller, double itemNanos) {
    this.itemNanos = itemNanos;
    this.threadId = threadId;
    this.caller = caller;
  }

  /**
   * Begins to look at a thread.
   *
   * @param thread whom to look at
   * @param caller whose frame bounds the items' own
   * @param itemNanos time of an item: each look is at another one
   */
  static LockLooks at(Thread thread, Class<?> caller, double itemNanos) {
    LockLooks looks = new LockLooks(thread.getId(), caller.getName(), itemNanos);
    SideWork.begin(looks);
    return looks;
  }

  @Override
  public void run() {
    long lookedAt = ThreadClock.cpuNanos(threadId);
    while (!done) {
      LockSupport.parkNanos(LEAST_PAUSE_NANOS + (long) looks * FURTHER_PAUSE_NANOS);
      // Whoever is kept from its core is in one item all the while.
      long cpu = ThreadClock.cpuNanos(threadId);
      if (cpu < 0 || cpu - lookedAt >= OTHER_ITEM * itemNanos) {
        add(HeldMonitors.above(threadId, caller));
        lookedAt = cpu;
      }
    }
  }

  private synchronized void add(Set<String> monitors) {
    for (String monitor : monitors) {
      held.put(monitor, held.getOrDefault(monitor, 0) + 1);
    }
    looks++;
    done |= looks == LOOKS;
  }

  /** Whether there were looks enough, or none are wanted any more. */
  boolean isDone() {
    return done;
  }

  /**
   * The share of looks in which the monitor that was held most was held, 0 to 1; one more look that
   * found it held is added, since to take a lock in turn costs time too. 0 if it was never held, or
   * after too few looks.
   */
  synchronized double mostHeld() {
    int most = 0;
    for (int times : held.values()) {
      most = Math.max(most, times);
    }
    return most == 0 || looks < LEAST_LOOKS ? 0 : (most + 1.0) / (looks + 1.0);
  }

  /** Ends the looks. */
  @Override
  public void close() {
    done = true;
  }
}
