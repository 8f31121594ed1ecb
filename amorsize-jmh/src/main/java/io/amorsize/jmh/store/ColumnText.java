package io.amorsize.jmh.store;

/** A text as a column for queries by hand can hold it: PostgreSQL takes no NUL. */
final class ColumnText {

  private ColumnText() {}

  static String of(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
