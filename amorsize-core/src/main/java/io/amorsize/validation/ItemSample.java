package io.amorsize.validation;

import io.amorsize.execution.ParallelMap;
import java.util.Arrays;
import java.util.List;

/**
 * Some items of a list, spread evenly over it and in its order, so that a list that gets slower
 * towards its end is seen as a whole.
 *
 * @param items the items that were taken, with quick access by position
 * @param of how many items the list has
 */
public record ItemSample<T>(List<T> items, int of) {

  /**
   * Takes a sample.
   *
   * @param items a list
   * @param most how many items to take at most, at least 0
   */
  public static <T> ItemSample<T> evenly(List<? extends T> items, int most) {
    List<T> all = ParallelMap.randomAccess(items);
    if (all.size() <= most) {
      return new ItemSample<>(all, all.size());
    }
    Object[] taken = new Object[most];
    for (int i = 0; i < most; i++) {
      taken[i] = all.get(place(i, most, all.size()));
    }
    @SuppressWarnings("unchecked") // every slot was taken from a list of T
    List<T> sample = (List<T>) Arrays.asList(taken);
    return new ItemSample<>(sample, all.size());
  }

  /** Where an item of the sample stands in the list. */
  public int place(int index) {
    return place(index, items.size(), of);
  }

  /** Whether items were left out. */
  public boolean isPart() {
    return items.size() < of;
  }

  /** The middle of the i-th of equal parts. */
  private static int place(int index, int taken, int of) {
    return (int) ((2L * index + 1) * of / (2L * taken));
  }
}
