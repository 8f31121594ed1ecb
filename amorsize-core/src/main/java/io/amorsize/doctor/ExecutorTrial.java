package io.amorsize.doctor;

import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs a small task through the executor and compares with what must come out. */
final class ExecutorTrial {

  static final int ITEMS = 1000;

  /** No divisor of the number of items, so that the last chunk is a short one. */
  private static final int CHUNK = 7;

  private static final int BAD_ITEM = 617;

  private ExecutorTrial() {}

  /**
   * What went wrong.
   *
   * @param threads threads to use, at least 2
   * @return empty where all was right
   */
  static Optional<String> fault(MapRunner runner, int threads) {
    List<Integer> items = IntStream.range(0, ITEMS).boxed().toList();
    ExecutionPlan plan = ExecutionPlan.platform(threads, CHUNK);
    List<Integer> expected = items.stream().map(ExecutorTrial::triple).toList();
    try {
      List<Integer> results = runner.map(ExecutorTrial::triple, items, plan);
      long right = right(expected, results);
      return right == ITEMS && results.size() == ITEMS
          ? failureFault(runner, items, plan)
          : Optional.of(right + " of " + ITEMS + " results right");
    } catch (RuntimeException e) {
      return Optional.of("threw " + e);
    }
  }

  private static int triple(int item) {
    return 3 * item;
  }

  private static long right(List<Integer> expected, List<Integer> results) {
    return IntStream.range(0, Math.min(ITEMS, results.size()))
        .filter(i -> expected.get(i).equals(results.get(i)))
        .count();
  }

  /** A function that throws must stop the run and tell for which item. */
  private static Optional<String> failureFault(
      MapRunner runner, List<Integer> items, ExecutionPlan plan) {
    try {
      runner.map(
          item -> {
            if (item == BAD_ITEM) {
              throw new IllegalStateException("thrown on purpose");
            }
            return item;
          },
          items,
          plan);
      return Optional.of("a failed item was lost");
    } catch (ItemFailedException e) {
      return e.itemIndex() == BAD_ITEM
          ? Optional.empty()
          : Optional.of("item " + BAD_ITEM + " failed, " + e.itemIndex() + " was blamed");
    }
  }
}
