package io.amorsize.host;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The small text files in which a Linux kernel tells of itself, {@code /proc} and {@code /sys},
 * below a root that tests replace by a recorded tree. Elsewhere there are no such files, and
 * everything is unknown.
 */
public final class SystemFiles {

  /** The largest of them, {@code mountinfo} of a host with many containers, is below this. */
  private static final int MOST_BYTES = 4 << 20;

  private final Path root;

  /**
   * Files below a root.
   *
   * @param root the folder that holds {@code proc} and {@code sys}
   */
  public SystemFiles(Path root) {
    this.root = requireNonNull(root, "root is null");
  }

  /** The files of this system. */
  public static SystemFiles ofThisSystem() {
    return new SystemFiles(Path.of("/"));
  }

  /**
   * What a file holds, without the white space around it.
   *
   * @param path path below the root, with or without a slash at its start
   * @return empty where there is no such file, or it cannot be read
   */
  Optional<String> text(String path) {
    try (InputStream in = Files.newInputStream(root.resolve(path.replaceFirst("^/+", "")))) {
      return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip());
    } catch (IOException | InvalidPathException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** The lines of a file; none where it cannot be read. */
  List<String> lines(String path) {
    return text(path).map(text -> text.lines().toList()).orElse(List.of());
  }

  /** The whole number that a file holds; empty where it holds something else, as {@code max}. */
  OptionalLong number(String path) {
    return text(path).map(SystemFiles::wholeNumber).orElse(OptionalLong.empty());
  }

  /**
   * The number in the line that starts with a word.
   *
   * @param word the first word of the line, for example {@code nr_throttled} or {@code MemTotal:}
   */
  OptionalLong numberAfter(String path, String word) {
    return lines(path).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals(word))
        .map(words -> wholeNumber(words[1]))
        .filter(OptionalLong::isPresent)
        .findFirst()
        .orElse(OptionalLong.empty());
  }

  static OptionalLong wholeNumber(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
