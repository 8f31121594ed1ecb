package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses where a file may be cut between two elements of its list: at a comma between a brace that
 * closes and one that opens, behind which stands the name that comes first in the file. No text
 * holds these bytes, since its quotes would be escaped, but deeper objects may look so: whoever
 * reads the pieces has to see that each is a list.
 */
final class RowCuts {

  /** As JMH starts: UTF-8, not compressed, a list whose first element is an object. */
  private static final Pattern START =
      Pattern.compile("[ \\t\\r\\n]*\\[[ \\t\\r\\n]*\\{[ \\t\\r\\n]*(\"[\\w.-]{1,64}\")");

  private static final String BLANKS = " \t\r\n";

  private static final int WINDOW_BYTES = 1 << 16;

  /** What stands before a name may lie in the window before. */
  private static final int OVERLAP_BYTES = 1 << 10;

  /** A quarter of each piece is looked through; a piece of longer rows may have no cut. */
  private static final int LOOKED_SHARE = 4;

  private final FileChannel file;
  private final long size;
  private final int pieceBytes;

  /**
   * Cuts of a file.
   *
   * @param size its bytes
   * @param pieceBytes about the distance between two cuts
   */
  RowCuts(FileChannel file, long size, int pieceBytes) {
    this.file = file;
    this.size = size;
    this.pieceBytes = pieceBytes;
  }

  /** Places of commas, in their order; none where the file does not start as a list of objects. */
  List<Long> find() throws IOException {
    List<Long> cuts = new ArrayList<>();
    Matcher start = START.matcher(textAt(0));
    if (start.lookingAt()) {
      String name = start.group(1);
      for (long from = pieceBytes; from <= size - pieceBytes; from += pieceBytes) {
        OptionalLong cut = firstFrom(from, name);
        if (cut.isPresent()) {
          from = cut.getAsLong();
          cuts.add(from);
        }
      }
    }
    return cuts;
  }

  private OptionalLong firstFrom(long from, String name) throws IOException {
    long to = from + Math.max(1, pieceBytes / LOOKED_SHARE);
    for (long window = from; window < to; window += WINDOW_BYTES - OVERLAP_BYTES) {
      String text = textAt(window);
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int comma = commaBefore(text, at);
        if (comma >= 0) {
          return OptionalLong.of(window + comma);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** The comma of {@code }, {} before a name; -1 where something else stands there. */
  private static int commaBefore(String text, int name) {
    int open = solidBefore(text, name);
    int comma = charAt(text, open) == '{' ? solidBefore(text, open) : -1;
    int close = charAt(text, comma) == ',' ? solidBefore(text, comma) : -1;
    return charAt(text, close) == '}' ? comma : -1;
  }

  private static int solidBefore(String text, int index) {
    int before = index - 1;
    while (before >= 0 && BLANKS.indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before;
  }

  private static char charAt(String text, int index) {
    return index < 0 ? 0 : text.charAt(index);
  }

  /** The bytes from a place on, a character each. */
  private String textAt(long place) throws IOException {
    ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES, size - place));
    int count = 0;
    while (window.hasRemaining() && count >= 0) {
      count = file.read(window, place + window.position());
    }
    return new String(window.array(), 0, window.position(), ISO_8859_1);
  }
}
