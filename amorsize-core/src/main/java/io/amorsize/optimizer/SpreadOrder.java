package io.amorsize.optimizer;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list in an order that spreads any prefix evenly over it: steps of about the golden section,
 * made coprime with the size so that every item comes once.
 */
final class SpreadOrder<T> extends AbstractList<T> implements RandomAccess {

  private static final double GOLDEN_SECTION = 0.6180339887498949;

  private final List<? extends T> items;
  private final int stride;

  SpreadOrder(List<? extends T> items) {
    this.items = items;
    this.stride = stride(items.size());
  }

  private static int stride(int size) {
    int stride = Math.max(1, (int) (size * GOLDEN_SECTION));
    while (greatestCommonDivisor(stride, size) != 1) {
      stride++;
    }
    return stride;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  @Override
  public T get(int index) {
    return items.get(originalIndex(index));
  }

  /** Where the item at a place of this order stands in the list. */
  int originalIndex(int index) {
    return (int) ((long) index * stride % items.size());
  }

  @Override
  public int size() {
    return items.size();
  }
}
