package io.amorsize.jmh.runner;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * JMH's own lock, held for a whole session instead of for each fork, so that no other JMH run slips
 * in between the two forks of a pair.
 */
public final class SessionLock implements AutoCloseable {

  /** JMH reads this property once, when its runner is first used. */
  private static final String IGNORE = "jmh.ignoreLock";

  private final FileChannel channel;
  private final FileLock lock;

  private SessionLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes the lock, unless the user told JMH to ignore it.
   *
   * @throws BenchmarkFailedException if another run holds it
   */
  public static SessionLock acquire() {
    if (Boolean.getBoolean(IGNORE)) {
      return none();
    }
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new BenchmarkFailedException(
            "another JMH run holds "
                + file
                + "; wait for it, or measure beside it with -Djmh.ignoreLock=true");
      }
      System.setProperty(IGNORE, "true");
      return new SessionLock(channel, lock);
    } catch (IOException e) {
      throw new BenchmarkFailedException(
          file + " cannot be locked: " + e.getMessage() + "; -Djmh.ignoreLock=true goes on without",
          e);
    }
  }

  /** No lock, for a session that starts no fork. */
  public static SessionLock none() {
    return new SessionLock(null, null);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    System.clearProperty(IGNORE);
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The process gives the lock back when it ends.
    }
  }
}
