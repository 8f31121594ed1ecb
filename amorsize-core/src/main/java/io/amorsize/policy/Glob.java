package io.amorsize.policy;

import static java.util.Objects.requireNonNull;

/**
 * A pattern for names: {@code *} stands for any text, {@code ?} for one character, everything else
 * for itself.
 *
 * @param text the pattern as written
 */
public record Glob(String text) {

  /** Matches every name. */
  public static final Glob ANY = new Glob("*");

  /** Checks that there is a text. */
  public Glob {
    requireNonNull(text, "text is null");
  }

  /**
   * Whether a whole name matches. Takes time in proportion to the length of the pattern times that
   * of the name, whatever they are: only the last star is ever tried again, since what a later star
   * can reach, an earlier one need not.
   */
  public boolean matches(String name) {
    int[] wanted = text.codePoints().toArray();
    int[] given = name.codePoints().toArray();
    int at = 0;
    int next = 0;
    int star = -1;
    int reached = 0;
    while (next < given.length) {
      if (at < wanted.length && wanted[at] == '*') {
        star = at++;
        reached = next;
      } else if (at < wanted.length && (wanted[at] == '?' || wanted[at] == given[next])) {
        at++;
        next++;
      } else if (star >= 0) {
        at = star + 1;
        next = ++reached;
      } else {
        return false;
      }
    }
    while (at < wanted.length && wanted[at] == '*') {
      at++;
    }
    return at == wanted.length;
  }
}
