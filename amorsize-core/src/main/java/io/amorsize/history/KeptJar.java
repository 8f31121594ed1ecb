package io.amorsize.history;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A benchmark jar that a baseline keeps to be run again. Jars are large and seldom committed, so
 * the file may be gone where its hash is still known.
 *
 * @param sha256 hash of its content: 64 digits, lower case
 * @param file where it is kept, whether or not it is there
 */
public record KeptJar(String sha256, Path file) {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final int SHOWN_DIGITS = 12;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Checks the hash's form. */
  public KeptJar {
    if (!isHash(sha256)) {
      throw new IllegalArgumentException("sha256 must be 64 digits of 0-9a-f, is " + sha256);
    }
  }

  /** Whether the file is there. */
  public boolean isThere() {
    return Files.isRegularFile(file);
  }

  /** Size of the file in bytes; empty where it is not there. */
  public OptionalLong bytes() {
    try {
      return isThere() ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** The first digits of the hash, enough to tell jars apart. */
  public String shortHash() {
    return sha256.substring(0, SHOWN_DIGITS);
  }

  /**
   * The file, to be run: it is there and still what was kept.
   *
   * @throws ResultFormatException in one sentence, if it is not
   */
  public Path verified() {
    if (!isThere()) {
      throw new ResultFormatException(file + ": is not here; only its hash was kept");
    }
    String found = hash(file);
    if (!found.equals(sha256)) {
      throw new ResultFormatException(
          file
              + ": is not the jar that was kept: its SHA-256 begins with "
              + found.substring(0, SHOWN_DIGITS)
              + ", not with "
              + shortHash()
              + "; remove it and save the baseline again with --jar");
    }
    return file;
  }

  static boolean isHash(String text) {
    return SHA_256.matcher(text).matches();
  }

  /** The SHA-256 of a file's content. */
  static String hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Sha256.digest();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
