package io.amorsize.execution;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One pass over a part of a list. The caller and its helpers take chunks until none is left; the
 * caller then closes the run and waits only for helpers that are inside a chunk. A helper that the
 * pool starts late finds the run closed and leaves, so a busy pool delays nobody.
 */
final class ChunkedRun<T, R> {

  private final Function<? super T, ? extends R> function;
  private final List<? extends T> items;
  private final Object[] results;
  private final ExecutionPlan plan;
  private final TaperedChunks chunks;
  private final AtomicReference<ItemFailedException> failure = new AtomicReference<>();
  private final RunWorkers workers = new RunWorkers();
  private volatile boolean cancelled;

  ChunkedRun(
      Function<? super T, ? extends R> function,
      List<? extends T> items,
      int from,
      int to,
      Object[] results,
      ExecutionPlan plan) {
    this.function = function;
    this.items = items;
    this.results = results;
    this.plan = plan;
    this.chunks = new TaperedChunks(from, to, plan.nJobs(), plan.chunkSize());
  }

  /** Runs every item and returns when all results stand in the array. */
  void run() {
    requireNotInterrupted(Thread.currentThread().isInterrupted());
    inviteHelpers();
    try {
      work();
    } finally {
      workers.closeAndWait(this::cancel);
    }
    ItemFailedException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    requireNotInterrupted(cancelled);
  }

  private void requireNotInterrupted(boolean interrupted) {
    if (interrupted) {
      throw new CancellationException("interrupted while mapping " + items.size() + " items");
    }
  }

  private void inviteHelpers() {
    Executor helpers = WorkerPool.of(plan.executorType());
    int wanted = Math.min(plan.nJobs(), chunks.left()) - 1;
    try {
      for (int i = 0; i < wanted; i++) {
        helpers.execute(this::work);
      }
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // No thread to be had: the caller does the work that helpers would have shared.
    }
  }

  private void work() {
    if (!workers.enter()) {
      return;
    }
    boolean nested = Nesting.enter();
    try {
      takeChunks(Thread.currentThread());
    } finally {
      Nesting.leave(nested);
      workers.leave();
    }
  }

  private void takeChunks(Thread self) {
    while (!cancelled) {
      long chunk = chunks.take();
      if (chunk == 0) {
        return;
      }
      if (self.isInterrupted()) {
        cancel();
        return;
      }
      runChunk(TaperedChunks.from(chunk), TaperedChunks.to(chunk));
    }
  }

  private void runChunk(int from, int to) {
    for (int i = from; i < to && !cancelled; i++) {
      try {
        results[i] = function.apply(items.get(i));
      } catch (Throwable e) {
        failure.compareAndSet(null, new ItemFailedException(i, e));
        cancel();
        return;
      }
    }
  }

  private void cancel() {
    cancelled = true;
    workers.interruptOthers();
  }
}
