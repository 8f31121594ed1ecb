package io.amorsize.optimizer;

import io.amorsize.execution.ItemFailedException;
import io.amorsize.host.KernelLines;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * The first calls of {@code map} in a JVM, once they have taken more than some milliseconds. To
 * load the classes that share work takes tens of them, longer than many a list. So the caller goes
 * on with a loop, and one that takes some time has those classes loaded by another thread
 * meanwhile; what is left when that is done goes to them.
 *
 * <p>Written such that the loop loads this class and no other.
 */
public class FirstMap {

  /**
   * Callers loop for so long, together, before they come here. A constant: to read it does not load
   * this class.
   */
  public static final long LOOP_NANOS = 20_000_000;

  /** Of this JVM. */
  public static final FirstMap OF_JVM = new FirstMap(50_000_000, LOOP_NANOS);

  /** The clock is looked at about so often, which costs less than 1 % of it. */
  private static final long LOOK_NANOS = 10_000;

  /**
   * A loop over shorter items stays one: the code that shares them would have to be compiled first.
   */
  private static final long LEAST_ITEM_NANOS = 1_000;

  /** Loading where no core is free pays after so many times as long only. */
  private static final int TIMES_WITHOUT_CORE = 5;

  /** A free core is looked for again after this share of the time, and then twice as late. */
  private static final int LOOKS_AGAIN = 20;

  private final long leastNanos;
  private volatile long lookFromNanos;
  private volatile long aloneNanos;
  private volatile boolean over;
  private long lookAgainNanos;
  private boolean begun;

  /**
   * Calls of which none has come here.
   *
   * @param leastNanos callers that have been at it for so long, together, have the other classes
   *     loaded, which takes some ten milliseconds of a core: once a core is free, or five times
   *     later. A thread that is started where none is free keeps its caller waiting, too
   * @param aloneNanos how long they have been at it
   */
  FirstMap(long leastNanos, long aloneNanos) {
    this.leastNanos = leastNanos;
    this.aloneNanos = aloneNanos;
    this.lookFromNanos = leastNanos;
    this.lookAgainNanos = leastNanos / LOOKS_AGAIN;
  }

  /** Whether the classes are there, so that this one is not needed any more. */
  public final boolean isOver() {
    return over;
  }

  /**
   * Runs a function over the rest of a list.
   *
   * @param function safe to call from several threads; called once for each item of the rest
   * @param items the items; read by index
   * @param results takes the results, one for each item
   * @param done items, from the first on, whose results are there
   * @throws ItemFailedException if the function throws
   * @throws CancellationException if the calling thread is interrupted; its interrupt flag stays
   *     set
   */
  public final <T, R> void mapRest(
      Function<? super T, ? extends R> function, List<T> items, Object[] results, int done) {
    int ran = alone(function, items, results, done);
    if (ran < results.length) {
      new Optimizer(OptimizerOptions.defaults()).mapRest(function, items, results, ran);
    }
  }

  /**
   * What is thrown for an item.
   *
   * @param item its index, from 0 on
   * @param cause what the function threw
   */
  public static RuntimeException failed(int item, Throwable cause) {
    return Failures.ofItem(item, cause);
  }

  /** Runs items until all are done or the other classes are there; returns how many are done. */
  private <T, R> int alone(
      Function<? super T, ? extends R> function, List<T> items, Object[] results, int from) {
    long start = System.nanoTime() - aloneNanos;
    long last = start;
    boolean sharable = true;
    int done = from;
    int lot = 1;
    while (done < results.length && !(over && sharable)) {
      int end = Math.min(results.length, done + lot);
      run(function, items, results, done, end);
      long now = System.nanoTime();
      sharable = now - last >= LEAST_ITEM_NANOS * (end - done);
      if (sharable && now - start >= lookFromNanos) {
        look(now - start);
      }
      boolean quick = now - last < LOOK_NANOS;
      last = now;
      done = end;
      lot = quick ? Math.min(results.length, 2 * lot) : Math.max(1, lot / 2);
    }
    aloneNanos = System.nanoTime() - start;
    return done;
  }

  private static <T, R> void run(
      Function<? super T, ? extends R> function,
      List<T> items,
      Object[] results,
      int from,
      int to) {
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.interrupted(results.length);
    }
    int at = from;
    try {
      for (; at < to; at++) {
        results[at] = function.apply(items.get(at));
      }
    } catch (Throwable e) {
      throw failed(at, e);
    }
  }

  /** Has the classes loaded, or looks again later. */
  private synchronized void look(long nanos) {
    if (begun) {
      return;
    }
    if (nanos / TIMES_WITHOUT_CORE >= leastNanos || isCoreFree()) {
      begun = true;
      new Loader(this).start();
      return;
    }
    lookFromNanos = Math.min(nanos + lookAgainNanos, TIMES_WITHOUT_CORE * leastNanos);
    lookAgainNanos *= 2;
  }

  /** Whether fewer threads than processors want to run, the caller and the JVM's own included. */
  boolean isCoreFree() {
    return KernelLines.runnable() < KernelLines.processors();
  }

  /** Has everything that sharing needs called once. */
  void rehearse() {
    AdaptiveMap.rehearse();
  }

  /** A class of its own, since the JVM's verifier loads what a method throws. */
  private static final class Failures {
    static RuntimeException ofItem(int item, Throwable cause) {
      return new ItemFailedException(item, cause);
    }

    static RuntimeException interrupted(int items) {
      return new CancellationException("interrupted while mapping " + items + " items");
    }
  }

  private static final class Loader extends Thread {
    private final FirstMap first;

    Loader(FirstMap first) {
      super("amorsize-first");
      this.first = first;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        first.rehearse();
      } finally {
        first.over = true;
      }
    }
  }
}
