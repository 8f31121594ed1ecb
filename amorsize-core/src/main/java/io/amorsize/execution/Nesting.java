package io.amorsize.execution;

/** Whether the calling thread is at work for a run, so that a call made there is a nested one. */
final class Nesting {

  private static final ThreadLocal<Boolean> WORKING = new ThreadLocal<>();

  private Nesting() {}

  static boolean isNested() {
    return WORKING.get() != null;
  }

  /** Marks the thread as working and tells whether it was so before. */
  static boolean enter() {
    boolean before = isNested();
    if (!before) {
      WORKING.set(Boolean.TRUE);
    }
    return before;
  }

  /** Takes the mark away, unless it stood before. */
  static void leave(boolean before) {
    if (!before) {
      WORKING.remove();
    }
  }
}
