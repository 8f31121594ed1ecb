package io.amorsize.jmh.report;

/** Text that is safe to print on a terminal. */
public final class TerminalText {

  private static final String RESET = "\u001b[0m";

  private TerminalText() {}

  /**
   * The text without control, format and private characters, which could move the cursor, recolour
   * or reorder what stands around it; each becomes U+FFFD.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> isHarmless(point) ? point : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHarmless(int point) {
    // The last two of each plane are no characters; parsers take them for the end of a file.
    return (point & 0xFFFE) != 0xFFFE && isHarmlessType(Character.getType(point));
  }

  private static boolean isHarmlessType(int type) {
    return switch (type) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The text cut in its middle, where it is longer than a width. */
  static String shorten(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int head = (width - 3) / 2;
    int tail = text.length() - (width - 3 - head);
    // A pair of surrogates is one character: left out whole rather than cut in two.
    head -= Character.isHighSurrogate(text.charAt(Math.max(0, head - 1))) ? 1 : 0;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return text.substring(0, head) + "..." + text.substring(tail);
  }

  static String coloured(String text, Tone tone, boolean colour) {
    if (!colour || tone == Tone.PLAIN || text.isEmpty()) {
      return text;
    }
    String code =
        switch (tone) {
          case GOOD -> "\u001b[32m";
          case BAD -> "\u001b[1;31m";
          case UNSURE -> "\u001b[33m";
          case FAINT -> "\u001b[2m";
          case PLAIN -> "";
        };
    return code + text + RESET;
  }
}
