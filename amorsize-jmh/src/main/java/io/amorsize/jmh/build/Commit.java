package io.amorsize.jmh.build;

/**
 * A commit.
 *
 * @param hash its full hash
 * @param subject the first line of its message, as it was written
 */
record Commit(String hash, String subject) {

  private static final int SHOWN_DIGITS = 7;
  private static final int NAMING_DIGITS = 12;

  String label() {
    String start = hash.substring(0, SHOWN_DIGITS);
    return subject.isEmpty() ? start : start + " " + subject;
  }

  /** The start of the hash as names of files have it. */
  String inNames() {
    return hash.substring(0, NAMING_DIGITS);
  }
}
