package io.amorsize.host;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file of the kernel, for those who read it while they measure: unlike {@link
 * SystemFiles} it has no further classes loaded and reads no more than is asked for.
 */
final class KernelLine {

  private KernelLine() {}

  /**
   * What a file begins with.
   *
   * @param name the file
   * @param most bytes that are read at most, in one go
   * @throws IOException if there is no such file, or it cannot be read
   */
  static String read(String name, int most) throws IOException {
    byte[] line = new byte[most];
    try (FileInputStream file = new FileInputStream(name)) {
      int length = file.read(line);
      return new String(line, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
  }
}
