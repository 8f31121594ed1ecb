package io.amorsize.jmh.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.amorsize.result.LimitedInput;
import io.amorsize.result.ReadLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A file as text: decompressed as often as it was compressed, without a byte order mark, in the
 * character set that its first bytes tell.
 */
final class ResultInput implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_LAYERS = 3;

  private final Charset charset;
  private final RecentText text;

  private ResultInput(Charset charset, RecentText text) {
    this.charset = charset;
    this.text = text;
  }

  /** Opens a file in the character set that it seems to have. */
  static ResultInput open(Path file, ReadLimits limits) throws IOException {
    return open(file, limits, null);
  }

  /**
   * Opens a file in a character set.
   *
   * @param charset the character set; null for the one that the file seems to have
   */
  static ResultInput open(Path file, ReadLimits limits, Charset charset) throws IOException {
    InputStream opened = Files.newInputStream(file);
    try {
      InputStream bytes = decompressed(new BufferedInputStream(opened, BUFFER_BYTES), limits);
      Charset used = charset == null ? guessed(bytes) : charset;
      return new ResultInput(used, new RecentText(withoutMark(bytes, used)));
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static InputStream decompressed(InputStream file, ReadLimits limits) throws IOException {
    InputStream bytes = limited(file, limits);
    for (int layer = 0; layer < MOST_LAYERS && startsWithGzipMagic(bytes); layer++) {
      bytes = limited(new GZIPInputStream(bytes, BUFFER_BYTES), limits);
    }
    return bytes;
  }

  private static InputStream limited(InputStream bytes, ReadLimits limits) {
    return new BufferedInputStream(new LimitedInput(bytes, limits.maxBytes()), BUFFER_BYTES);
  }

  private static boolean startsWithGzipMagic(InputStream bytes) throws IOException {
    byte[] start = peek(bytes, 2);
    return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
  }

  private static byte[] peek(InputStream bytes, int count) throws IOException {
    bytes.mark(count);
    byte[] start = bytes.readNBytes(count);
    bytes.reset();
    return start;
  }

  /** JSON starts with a character of ASCII, whose other byte is 0 in UTF-16. */
  private static Charset guessed(InputStream bytes) throws IOException {
    byte[] start = peek(bytes, 2);
    if (start.length < 2) {
      return UTF_8;
    }
    return switch ((Byte.toUnsignedInt(start[0]) << 8) | Byte.toUnsignedInt(start[1])) {
      case 0xFEFF, '[', '{', ' ', '\n', '\r' -> UTF_16BE;
      case 0xFFFE, '[' << 8, '{' << 8, ' ' << 8, '\n' << 8, '\r' << 8 -> UTF_16LE;
      default -> UTF_8;
    };
  }

  private static InputStreamReader withoutMark(InputStream bytes, Charset charset)
      throws IOException {
    boolean wide = charset.equals(UTF_16BE) || charset.equals(UTF_16LE);
    byte[] mark = "\uFEFF".getBytes(wide ? charset : UTF_8);
    if (Arrays.equals(peek(bytes, mark.length), mark)) {
      bytes.skipNBytes(mark.length);
    }
    return decoded(bytes, charset);
  }

  /** Bytes as text; what is no text in the character set ends it. */
  static InputStreamReader decoded(InputStream bytes, Charset charset) {
    return new InputStreamReader(
        bytes,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /** What is unusual about the way the text is written. */
  List<String> notes() {
    return charset.equals(UTF_8)
        ? List.of()
        : List.of("it is written in " + charset.displayName(Locale.ROOT) + " and not in UTF-8");
  }

  RecentText text() {
    return text;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
