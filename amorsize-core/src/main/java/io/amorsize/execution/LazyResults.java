package io.amorsize.execution;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The results of batches one by one; a batch is asked for when the one before is used up. */
final class LazyResults<R> extends Spliterators.AbstractSpliterator<R> {

  private final Supplier<List<R>> batches;
  private Iterator<R> ready = List.<R>of().iterator();
  private boolean ended;

  /**
   * Results of which none was asked for.
   *
   * @param batches the next batch; an empty one is the last
   */
  LazyResults(Supplier<List<R>> batches) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.batches = batches;
  }

  @Override
  public boolean tryAdvance(Consumer<? super R> action) {
    if (!ready.hasNext() && !ended) {
      ended = true; // a batch that throws is the last one, too
      ready = batches.get().iterator();
      ended = !ready.hasNext();
    }
    if (!ready.hasNext()) {
      return false;
    }
    action.accept(ready.next());
    return true;
  }

  /** Does not split: a parallel stream would read ahead without a bound. */
  @Override
  public Spliterator<R> trySplit() {
    return null;
  }

  /** Asks for no further batch and forgets what was not consumed. */
  void end() {
    ended = true;
    ready = List.<R>of().iterator();
  }
}
