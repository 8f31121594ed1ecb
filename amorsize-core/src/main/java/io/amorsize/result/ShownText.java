package io.amorsize.result;

/** Text from a file as a sentence can show it: on one line and not endless. */
public final class ShownText {

  private static final int SHOWN_CHARACTERS = 100;

  private ShownText() {}

  /** The text with control characters replaced by blanks, cut where it is long. */
  public static String of(String text) {
    String start = text.length() <= SHOWN_CHARACTERS ? text : cut(text) + "...";
    return start.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
  }

  private static String cut(String text) {
    int end = SHOWN_CHARACTERS;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
