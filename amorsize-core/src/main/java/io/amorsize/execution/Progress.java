package io.amorsize.execution;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Counts the items of one map and tells a listener, on the thread that made the progress. */
public final class Progress {

  private static final long NANOS_BETWEEN_CALLS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ProgressListener listener;
  private final long total;
  private final LongSupplier nanoClock;
  private final Thread caller = Thread.currentThread();
  private final LongAdder done = new LongAdder();
  private long toldAt;

  /**
   * No item is done.
   *
   * @param listener is told
   * @param total items in all, or {@link ProgressListener#UNKNOWN}
   */
  public Progress(ProgressListener listener, long total) {
    this(listener, total, System::nanoTime);
  }

  Progress(ProgressListener listener, long total, LongSupplier nanoClock) {
    this.listener = requireNonNull(listener, "listener is null");
    this.total = total;
    this.nanoClock = nanoClock;
    this.toldAt = nanoClock.getAsLong();
  }

  /**
   * Runs a map whose items are counted.
   *
   * @param function the function to be mapped
   * @param map maps the function that it is given, which is the other one with a counter
   * @return what {@code map} returned
   */
  public <T, R, S> S during(
      Function<? super T, ? extends R> function, Function<Function<T, R>, S> map) {
    requireNonNull(function, "function is null");
    S results;
    try {
      results = map.apply(counted(function));
    } catch (ItemFailedException e) {
      if (e.getCause() instanceof ListenerFailedException failed) {
        throw failed.thrown();
      }
      throw e;
    }
    listener.progressed(done.sum(), done.sum());
    return results;
  }

  private <T, R> Function<T, R> counted(Function<? super T, ? extends R> function) {
    return item -> {
      R result = function.apply(item);
      done.increment();
      if (Thread.currentThread() == caller) {
        tell();
      }
      return result;
    };
  }

  private void tell() {
    long now = nanoClock.getAsLong();
    long count = done.sum();
    if (now - toldAt < NANOS_BETWEEN_CALLS || count == total) {
      return;
    }
    toldAt = now;
    try {
      listener.progressed(count, total);
    } catch (RuntimeException | Error e) {
      throw new ListenerFailedException(e);
    }
  }

  /** Tells the listener's exceptions from the function's. */
  private static final class ListenerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ListenerFailedException(Throwable thrown) {
      super(thrown);
    }

    /** What the listener threw, as a value that can be thrown unchecked. */
    RuntimeException thrown() {
      if (getCause() instanceof Error error) {
        throw error;
      }
      return (RuntimeException) getCause();
    }
  }
}
