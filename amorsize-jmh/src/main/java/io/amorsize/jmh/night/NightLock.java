package io.amorsize.jmh.night;

import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Predicate;

/**
 * Lets one night at a time work in a folder.
 *
 * <p>The operating system's lock tells for certain whether a process of this host is still at it,
 * and is given back when it dies. A folder may also be shared with other hosts, on file systems
 * that know no such locks; then the owner who stands in the file counts: of this host, whether its
 * process lives; of another host, whether it has touched the file within {@link #SILENCE}.
 */
public final class NightLock implements AutoCloseable {

  /** Many times {@link #BEAT}, and more than clocks of hosts differ. */
  static final Duration SILENCE = Duration.ofMinutes(15);

  /** Touching a file disturbs no measurement. */
  private static final Duration BEAT = Duration.ofMinutes(1);

  private static final String OWNER = "nightly.lock";
  private static final String GUARD = ".nightly.guard";

  private final Path file;
  private final FileChannel channel;
  private final Clock clock;
  private final Timer heart = new Timer("nightly-lock", true);

  /**
   * Who holds the lock.
   *
   * @param user the user's name
   * @param host the host's name
   * @param pid the process on that host
   * @param began when the process began
   */
  public record Owner(String user, String host, long pid, Instant began) {

    @Override
    public String toString() {
      return user + "@" + host + ", process " + pid;
    }
  }

  /**
   * What a file says of a lock.
   *
   * @param owner who holds it
   * @param since when it was taken
   * @param renewed when the file was touched last
   */
  private record Claim(Owner owner, Instant since, Instant renewed) {}

  private NightLock(Path file, FileChannel channel, Clock clock) {
    this.file = file;
    this.channel = channel;
    this.clock = clock;
    TimerTask beat =
        new TimerTask() {
          @Override
          public void run() {
            renew();
          }
        };
    heart.schedule(beat, BEAT.toMillis(), BEAT.toMillis());
  }

  /**
   * A lock, and what it was taken from.
   *
   * @param lock the lock
   * @param takenOver what a dead owner left, in a sentence; empty in the usual case
   */
  public record Taken(NightLock lock, Optional<String> takenOver) {}

  /**
   * Takes the lock of a folder.
   *
   * @param lives whether the process of an owner on this host lives
   * @throws BenchmarkFailedException in one sentence, if another night is at work
   */
  public static Taken acquire(Path folder, Owner me, Clock clock, Predicate<Owner> lives) {
    Path file = folder.resolve(OWNER);
    FileChannel channel = guarded(folder, file, clock);
    try {
      Optional<Claim> before = read(file);
      Optional<String> takenOver = Optional.empty();
      if (before.isPresent()) {
        requireDead(file, before.get(), me, clock, lives);
        takenOver = Optional.of(sentence(before.get(), clock));
      }
      write(file, me, clock.instant());
      return new Taken(new NightLock(file, channel, clock), takenOver);
    } catch (RuntimeException e) {
      close(channel);
      throw e;
    }
  }

  /** The operating system's lock; where it knows none, the channel alone. */
  private static FileChannel guarded(Path folder, Path file, Clock clock) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(GUARD), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        close(channel);
        throw new BenchmarkFailedException(
            read(file)
                .map(claim -> busy(claim, clock))
                .orElse("another night is at work in " + folder + "; wait for it to end"));
      }
      return channel;
    } catch (IOException e) {
      throw new ResultFormatException(
          folder + ": cannot be written (" + e + "); name another folder with --nights", e);
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static void requireDead(
      Path file, Claim claim, Owner me, Clock clock, Predicate<Owner> lives) {
    boolean here = claim.owner().host().equals(me.host());
    Duration silent = Duration.between(claim.renewed(), clock.instant());
    boolean alive = here ? lives.test(claim.owner()) : silent.compareTo(SILENCE) < 0;
    if (alive) {
      // A clock that was set back would keep a dead owner alive.
      boolean ahead = !here && silent.isNegative();
      throw new BenchmarkFailedException(
          busy(claim, clock)
              + (ahead ? ", or delete " + file + " if it is no more: its time is to come" : ""));
    }
  }

  private static String busy(Claim claim, Clock clock) {
    return "another night is at work: "
        + claim.owner()
        + ", for "
        + inWords(Duration.between(claim.since(), clock.instant()))
        + "; wait for it to end";
  }

  private static String sentence(Claim claim, Clock clock) {
    return "took over the lock of "
        + claim.owner()
        + ", which died; it was "
        + inWords(Duration.between(claim.since(), clock.instant()))
        + " old";
  }

  private static String inWords(Duration age) {
    return SessionFacts.inWords(age.isNegative() ? Duration.ZERO : age);
  }

  private static Optional<Claim> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonPlace json = JsonFile.read(file).object();
      Owner owner =
          new Owner(
              json.at("user").text(),
              json.at("host").text(),
              (long) json.at("pid").number(),
              Instant.parse(json.at("began").text()));
      Instant since = Instant.parse(json.at("since").text());
      return Optional.of(new Claim(owner, since, Files.getLastModifiedTime(file).toInstant()));
    } catch (ResultFormatException | DateTimeException | IOException e) {
      // A file that nobody can read names no owner.
      return Optional.empty();
    }
  }

  private static void write(Path file, Owner owner, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("user", owner.user());
    json.put("host", owner.host());
    json.put("pid", owner.pid());
    json.put("began", owner.began().toString());
    json.put("since", now.toString());
    WholeFile.write(file, JsonFile.text(json));
    touch(file, now);
  }

  /** Says that the owner lives, for other hosts. */
  void renew() {
    touch(file, clock.instant());
  }

  private static void touch(Path file, Instant now) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      // An owner who cannot say that he lives still does.
    }
  }

  @Override
  public void close() {
    heart.cancel();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next night finds a dead owner.
    }
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The process gives the lock back when it ends.
    }
  }
}
