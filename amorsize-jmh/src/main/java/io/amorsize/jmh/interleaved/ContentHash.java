package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One number for the contents of a class path. */
final class ContentHash {

  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest = Sha256.digest();

  private ContentHash() {}

  static String of(List<Path> parts) {
    ContentHash hash = new ContentHash();
    for (Path part : parts) {
      try {
        hash.add(part, parts.size() == 1);
      } catch (IOException | UncheckedIOException e) {
        throw new ResultFormatException(
            part + ": cannot be read: " + e.getMessage() + "; name a JMH jar that can", e);
      }
    }
    return HexFormat.of().formatHex(hash.digest.digest());
  }

  /** A jar alone gives what {@code sha256sum} gives. */
  private void add(Path part, boolean alone) throws IOException {
    if (Files.isDirectory(part)) {
      addFolder(part);
    } else if (alone) {
      addContent(part);
    } else {
      addFile("", part);
    }
  }

  private void addFolder(Path part) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(part)) {
      found
          .filter(Files::isRegularFile)
          .forEach(file -> files.put(part.relativize(file).toString().replace('\\', '/'), file));
    }
    for (String name : files.keySet()) {
      addFile(name, files.get(name));
    }
  }

  /** Name and size go first, so that no two lists of files give the same bytes. */
  private void addFile(String name, Path file) throws IOException {
    String head = name + '\0' + Files.size(file) + '\0';
    digest.update(head.getBytes(StandardCharsets.UTF_8));
    addContent(file);
  }

  private void addContent(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
  }
}
