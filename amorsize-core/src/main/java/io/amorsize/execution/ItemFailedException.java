package io.amorsize.execution;

/** A function threw for an item; the items not yet started were left out. */
public final class ItemFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int itemIndex;

  /**
   * The failure of one item.
   *
   * @param itemIndex position of the item in the list, from 0
   * @param cause what the function threw
   */
  public ItemFailedException(int itemIndex, Throwable cause) {
    super("the function failed on item " + itemIndex + ": " + cause, cause);
    this.itemIndex = itemIndex;
  }

  /** Position of the item in the list, from 0. */
  public int itemIndex() {
    return itemIndex;
  }
}
