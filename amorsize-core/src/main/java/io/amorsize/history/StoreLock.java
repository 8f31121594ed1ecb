package io.amorsize.history;

import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one process and thread change the baselines of a folder at a time; others wait. The
 * operating system gives the lock back when a process dies. A file system that knows no locks is
 * used without.
 */
final class StoreLock {

  private static final String NAME = ".lock";

  /** Locks of files are held by the process, not by a thread. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private StoreLock() {}

  /**
   * Changes a folder, which is made where it does not exist, while no other does.
   *
   * @throws ResultFormatException in one sentence, if the folder cannot be written
   */
  static <T> T holding(Path root, Supplier<T> change) {
    THREADS.lock();
    try (FileChannel channel = open(root)) {
      lock(channel);
      return change.get();
    } catch (IOException e) {
      throw new ResultFormatException(
          root + ": cannot be written (" + e + "); name another folder with --baselines", e);
    } finally {
      THREADS.unlock();
    }
  }

  private static FileChannel open(Path root) throws IOException {
    Files.createDirectories(root);
    return FileChannel.open(
        root.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Held until the channel is closed. */
  private static void lock(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException e) {
      // No locks here; a move into place is still whole.
    }
  }
}
