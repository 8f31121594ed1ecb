package io.amorsize.doctor;

import io.amorsize.execution.ExecutionPlan;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What runs a function over items under a plan; the real one is {@code ParallelMap::map}. */
interface MapRunner {

  /** Results in the order of the items. */
  <T, R> List<R> map(
      Function<? super T, ? extends R> function, Collection<? extends T> items, ExecutionPlan plan);
}
