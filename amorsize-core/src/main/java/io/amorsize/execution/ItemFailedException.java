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
    super("the function failed on item " + itemIndex + ": " + text(cause), cause);
    this.itemIndex = itemIndex;
  }

  /** An exception's own text may throw in its turn. */
  private static String text(Throwable cause) {
    try {
      return String.valueOf(cause);
    } catch (RuntimeException | StackOverflowError e) {
      return cause.getClass().getName();
    }
  }

  /** The same failure, counted from the start of a source whose first items came in other lists. */
  ItemFailedException after(long itemsBefore) {
    return new ItemFailedException(
        (int) Math.min(Integer.MAX_VALUE, itemsBefore + itemIndex), getCause());
  }

  /** Position of the item in the list, from 0; of an endless source at most 2^31 - 1. */
  public int itemIndex() {
    return itemIndex;
  }
}
