package io.amorsize.policy;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a small text, whatever the file turns out to be. */
final class PolicyText {

  /** A hundred characters for each of ten thousand benchmarks. */
  static final int MOST_BYTES = 1 << 20;

  private PolicyText() {}

  /**
   * Reads a file as UTF-8, without a byte order mark.
   *
   * @throws ResultFormatException in one sentence, if that cannot be done
   */
  static String read(Path file) {
    if (Files.isDirectory(file)) {
      throw new ResultFormatException(file + ": is a folder; name a file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new ResultFormatException(
            file + ": is larger than 1 MiB, the most that is read; use * in patterns of names");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ResultFormatException(file + ": there is no such file", e);
    } catch (AccessDeniedException e) {
      throw new ResultFormatException(file + ": cannot be read: access is denied", e);
    } catch (CharacterCodingException e) {
      throw new ResultFormatException(file + ": is not a text in UTF-8", e);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
