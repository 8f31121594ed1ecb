package io.amorsize.result;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Ends with {@link TooLarge} where more bytes come than are allowed. */
public final class LimitedInput extends FilterInputStream {

  /** More came than was allowed. */
  public static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long maxBytes) {
      super(
          String.format(
              Locale.ROOT,
              "the file holds more than %,d bytes once decompressed, the most that is read; split"
                  + " it into several files, or allow more with --max-bytes",
              maxBytes));
    }
  }

  private final long maxBytes;
  private long read;

  /**
   * Bytes that are counted.
   *
   * @param maxBytes the most that may come
   */
  public LimitedInput(InputStream in, long maxBytes) {
    super(in);
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) throws IOException {
    read += bytes;
    if (read > maxBytes) {
      throw new TooLarge(maxBytes);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
