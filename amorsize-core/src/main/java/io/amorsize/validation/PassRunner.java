package io.amorsize.validation;

import io.amorsize.execution.ExecutionPlan;
import java.util.Collection;
import java.util.function.Function;

/** Runs a function over items under a plan, for the time that it takes. */
interface PassRunner {

  /** One pass. */
  <T, R> void run(
      Function<? super T, ? extends R> function, Collection<? extends T> items, ExecutionPlan plan);
}
