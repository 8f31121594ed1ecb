package io.amorsize.optimizer;

/** Times of blocks of items, from which the variation between items is estimated. */
final class BlockTimes {

  private final int blockSize;
  private int blocks;
  private double mean;
  private double squares;

  BlockTimes(int blockSize) {
    this.blockSize = blockSize;
  }

  /** Adds a block; one shorter than the others is left out. */
  void add(int items, long nanos) {
    if (items < blockSize) {
      return;
    }
    blocks++;
    double delta = nanos - mean;
    mean += delta / blocks;
    squares += delta * (nanos - mean);
  }

  /**
   * Standard deviation of one item's time: that of a block of k independent items, over the root of
   * k.
   */
  double itemSdNanos() {
    return blocks < 2 ? 0 : Math.sqrt(squares / (blocks - 1) / blockSize);
  }
}
