package io.amorsize.jmh.build;

import io.amorsize.result.ResultFormatException;

/**
 * Two commits as the user names them: {@code A..B}, {@code A...B} for the point at which A and B
 * parted against B, or {@code A} against HEAD.
 *
 * @param base the name of the first
 * @param head the name of the second
 * @param fromMergeBase whether the base is where both parted
 */
record CommitRange(String base, String head, boolean fromMergeBase) {

  private static final String HEAD = "HEAD";
  private static final String TWO_DOTS = "..";
  private static final String THREE_DOTS = "...";

  /**
   * The two commits.
   *
   * @param base the one before
   * @param head the one after
   */
  record Ends(Commit base, Commit head) {}

  /**
   * Reads what the user wrote.
   *
   * @throws ResultFormatException in one sentence, if nothing is written
   */
  static CommitRange parse(String text) {
    String range = text.strip();
    if (range.isEmpty()) {
      throw new ResultFormatException(
          "the range of commits is empty; write BASE..HEAD, or BASE...HEAD for a pull request");
    }
    // No name of git's holds two dots.
    int dots = range.indexOf(TWO_DOTS);
    if (dots < 0) {
      return new CommitRange(range, HEAD, false);
    }
    boolean three = range.startsWith(THREE_DOTS, dots);
    String after = range.substring(dots + (three ? THREE_DOTS : TWO_DOTS).length());
    return new CommitRange(orHead(range.substring(0, dots)), orHead(after), three);
  }

  private static String orHead(String name) {
    return name.isEmpty() ? HEAD : name;
  }

  /**
   * Finds both commits.
   *
   * @throws ResultFormatException in one sentence, if one of them is not there
   */
  Ends resolve(Repository repository) {
    Commit first = repository.commit(base);
    Commit second = repository.commit(head);
    return new Ends(fromMergeBase ? repository.mergeBase(first, second) : first, second);
  }
}
