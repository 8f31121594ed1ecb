package io.amorsize.jmh.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Keeps the start of what was read and the latest of it, so that a broken file can be shown where
 * it breaks without reading it again.
 */
final class RecentText extends FilterReader {

  private static final int START_CHARACTERS = 8192;

  private final StringBuilder start = new StringBuilder();
  private char[] previous = new char[0];
  private char[] latest = new char[0];
  private int previousLength;
  private int latestLength;
  private long latestFrom;

  RecentText(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      keep(target, offset, count);
    }
    return count;
  }

  private void keep(char[] target, int offset, int count) {
    if (start.length() < START_CHARACTERS) {
      start.append(target, offset, Math.min(count, START_CHARACTERS - start.length()));
    }
    char[] oldest = previous;
    previous = latest;
    previousLength = latestLength;
    latestFrom += latestLength;
    latest = oldest.length < count ? new char[count] : oldest;
    latestLength = count;
    System.arraycopy(target, offset, latest, 0, count);
  }

  /** The first characters of what was read. */
  String start() {
    return start.toString();
  }

  /** The line of a character, as far as it is kept; empty where it is not. */
  String lineAt(long offset) {
    String kept = kept();
    int index = (int) (offset - keptFrom());
    if (index < 0 || index > kept.length()) {
      return "";
    }
    int from = kept.lastIndexOf('\n', index - 1) + 1;
    int to = kept.indexOf('\n', index);
    return kept.substring(from, Math.max(from, to < 0 ? kept.length() : to));
  }

  /** The last character before another that is no blank; 0 where it is not kept. */
  char solidBefore(long offset) {
    String kept = kept();
    int index = (int) Math.min(kept.length(), offset - keptFrom());
    String before = index <= 0 ? "" : kept.substring(0, index).stripTrailing();
    return before.isEmpty() ? 0 : before.charAt(before.length() - 1);
  }

  private long keptFrom() {
    return latestFrom - previousLength;
  }

  private String kept() {
    return new String(previous, 0, previousLength) + new String(latest, 0, latestLength);
  }
}
