package io.amorsize.optimizer;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list in an order that spreads any prefix evenly over it: steps of about the golden section,
 * made coprime with the number of steps so that every item comes once. A step takes a block of
 * neighbours, since tiny items are fast only beside those that lie next to them in memory.
 */
final class SpreadOrder<T> extends AbstractList<T> implements RandomAccess {

  private static final double GOLDEN_SECTION = 0.6180339887498949;

  /** A prefix has so many blocks or more, if there are as many items in it. */
  static final int LEAST_BLOCKS = 64;

  /** So many references fill some lines of a cache. */
  private static final int MOST_NEIGHBOURS = 64;

  private final List<? extends T> items;
  private final int blockSize;
  private final int blocks;
  private final int stride;

  private SpreadOrder(List<? extends T> items, int blockSize) {
    this.items = items;
    this.blockSize = blockSize;
    this.blocks = items.size() / blockSize;
    this.stride = stride(blocks);
  }

  /**
   * An order for a prefix of so many items.
   *
   * @param items at least one
   * @param count at most all of them
   */
  static <T> SpreadOrder<T> forPrefix(List<? extends T> items, int count) {
    return new SpreadOrder<>(items, blockSize(count));
  }

  private static int blockSize(int count) {
    return Math.max(1, Math.min(MOST_NEIGHBOURS, count / LEAST_BLOCKS));
  }

  /** Whether a prefix of so many items has this order. */
  boolean isFor(int count) {
    return blockSize(count) == blockSize;
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
    int block = index / blockSize;
    // What is left after the last whole block stays at the end.
    return block < blocks
        ? (int) ((long) block * stride % blocks) * blockSize + index % blockSize
        : index;
  }

  @Override
  public int size() {
    return items.size();
  }
}
