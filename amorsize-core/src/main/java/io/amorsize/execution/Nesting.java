package io.amorsize.execution;

/**
 * Whether the calling thread is at work for a run, so that a call made there is a nested one.
 *
 * <p>A mark that is written takes no stack: a thread whose stack is full can still take it back.
 */
final class Nesting {

  /** An array of one, which belongs to no class loader of ours. */
  private static final ThreadLocal<boolean[]> MARKS = new ThreadLocal<>();

  private Nesting() {}

  static boolean isNested() {
    boolean[] mark = MARKS.get();
    return mark != null && mark[0];
  }

  /** The mark of the calling thread, which alone reads and writes it. */
  static boolean[] mark() {
    boolean[] mark = MARKS.get();
    if (mark == null) {
      mark = new boolean[1];
      MARKS.set(mark);
    }
    return mark;
  }
}
