package io.amorsize.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes files that are whole or absent: to a temporary name beside the target, forced to disk,
 * then moved over it. A link is followed, and a device or a pipe is written to as it is.
 */
public final class WholeFile {

  private static final String TEMPORARY = ".tmp";
  private static final AtomicInteger MADE = new AtomicInteger();

  private WholeFile() {}

  /**
   * Writes a text as UTF-8, with the folders above it.
   *
   * @throws ResultFormatException in one sentence, if the target cannot be written; what stood
   *     there before still stands there
   */
  public static void write(Path target, String text) {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, with the folders above them.
   *
   * @throws ResultFormatException in one sentence, if the target cannot be written; what stood
   *     there before still stands there
   */
  public static void write(Path target, byte[] bytes) {
    writeContent(
        target,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }

  /** Writes to a stream, which it leaves open. */
  public interface Writing {
    /** Writes everything. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes what is made meanwhile, with the folders above it.
   *
   * @throws ResultFormatException in one sentence, if the target cannot be written; what stood
   *     there before still stands there
   */
  public static void write(Path target, Writing writing) {
    writeContent(target, channel -> writing.writeTo(Channels.newOutputStream(channel)));
  }

  /**
   * Copies a file of any size, with the folders above the target.
   *
   * @throws ResultFormatException in one sentence, if the source cannot be read or the target not
   *     be written; what stood there before still stands there
   */
  public static void copy(Path source, Path target) {
    if (!Files.isRegularFile(source)) {
      throw new ResultFormatException(source + ": there is no such file");
    }
    try (InputStream in = Files.newInputStream(source)) {
      writeContent(target, channel -> in.transferTo(Channels.newOutputStream(channel)));
    } catch (IOException e) {
      throw new ResultFormatException(source + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Puts the content of a file into a channel. */
  private interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  private static void writeContent(Path target, Content content) {
    requireNoFolder(target);
    try {
      if (isDevice(target)) {
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
          content.writeTo(channel);
        }
        return;
      }
      Path file = Files.isSymbolicLink(target) ? pointedTo(target) : target;
      Path temporary = temporaryBeside(file);
      try {
        try (FileChannel channel =
            FileChannel.open(
                temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
          content.writeTo(channel);
          channel.force(true);
        }
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /**
   * Checks that a file can be written before a long run that ends in writing it.
   *
   * @throws ResultFormatException in one sentence, if it cannot
   */
  public static void requireWritable(Path target) {
    requireNoFolder(target);
    if (isDevice(target)) {
      return;
    }
    try {
      Files.delete(temporaryBeside(Files.isSymbolicLink(target) ? pointedTo(target) : target));
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** What is no file, such as a pipe or {@code /dev/null}, is written to: it must stay. */
  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target);
  }

  /** A link stays a link; what it points to need not exist. */
  private static Path pointedTo(Path link) throws IOException {
    return Files.exists(link)
        ? link.toRealPath()
        : link.toAbsolutePath().resolveSibling(Files.readSymbolicLink(link));
  }

  private static void requireNoFolder(Path target) {
    if (Files.isDirectory(target)) {
      throw new ResultFormatException(
          target + ": cannot be written: it is a folder; name a file in it");
    }
  }

  private static Path temporaryBeside(Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    while (true) {
      // Not createTempFile: its files can be read by their owner only.
      String name =
          "."
              + target.getFileName()
              + "."
              + ProcessHandle.current().pid()
              + "-"
              + MADE.incrementAndGet()
              + TEMPORARY;
      try {
        return Files.createFile(folder.resolve(name));
      } catch (FileAlreadyExistsException e) {
        // Left by a process that was killed: in containers, many have the same number.
      }
    }
  }

  /**
   * Whether a name is one that a file has until it is whole: of a process that writes at the
   * moment, or was killed.
   */
  public static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(TEMPORARY);
  }

  private static void move(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static ResultFormatException cannotWrite(Path target, IOException cause) {
    return new ResultFormatException(
        target
            + ": cannot be written ("
            + cause.getClass().getSimpleName()
            + ": "
            + cause.getMessage()
            + "); name another file with the option that gave this one",
        cause);
  }
}
