package io.amorsize.jmh.json;

import io.amorsize.result.LimitedInput;
import io.amorsize.result.ReadLimits;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files of text as UTF-8, compressed where their name ends in {@code .gz}. */
public final class GzipText {

  private GzipText() {}

  /**
   * A reader of the file's text.
   *
   * @param limits how many bytes may come, once decompressed; {@link LimitedInput.TooLarge} ends it
   */
  public static BufferedReader reader(Path file, ReadLimits limits) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    try {
      InputStream plain = isZipped(file) ? new GZIPInputStream(bytes) : bytes;
      InputStream limited = new LimitedInput(plain, limits.maxBytes());
      return new BufferedReader(new InputStreamReader(limited, StandardCharsets.UTF_8));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /**
   * Writes lines, each ended by a line feed.
   *
   * @param file the name that decides whether they are compressed
   * @param bytes where they go; left open
   */
  public static void write(Path file, OutputStream bytes, Iterable<String> lines)
      throws IOException {
    GZIPOutputStream zip = isZipped(file) ? new GZIPOutputStream(bytes) : null;
    BufferedWriter writer =
        new BufferedWriter(
            new OutputStreamWriter(zip == null ? bytes : zip, StandardCharsets.UTF_8));
    for (String line : lines) {
      writer.write(line);
      writer.write('\n');
    }
    writer.flush();
    if (zip != null) {
      zip.finish();
    }
  }

  private static boolean isZipped(Path file) {
    return file.getFileName().toString().endsWith(".gz");
  }
}
