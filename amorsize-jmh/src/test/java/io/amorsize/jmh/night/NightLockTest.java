package io.amorsize.jmh.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.night.NightLock.Owner;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightLockTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Owner ANN = new Owner("ann", "here", 42, NOON.minusSeconds(600));
  private static final Owner BOB = new Owner("bob", "here", 43, NOON);
  private static final Owner POD = new Owner("root", "pod-1", 1, NOON.minusSeconds(600));

  @TempDir Path folder;

  private static Clock at(long minutesAfterNoon) {
    return Clock.fixed(NOON.plusSeconds(60 * minutesAfterNoon), ZoneOffset.UTC);
  }

  private Path file() {
    return folder.resolve("nightly.lock");
  }

  /** What a process that was killed leaves: the file, and no lock of the operating system. */
  private void leftBy(Owner owner, Clock clock) throws IOException {
    NightLock.Taken taken = NightLock.acquire(folder, owner, clock, any -> false);
    byte[] kept = Files.readAllBytes(file());
    FileTime touched = Files.getLastModifiedTime(file());
    taken.lock().close();
    Files.write(file(), kept);
    Files.setLastModifiedTime(file(), touched);
  }

  @Test
  void oneNightAtATime() {
    NightLock.Taken taken = NightLock.acquire(folder, ANN, at(0), any -> true);
    assertThat(taken.takenOver()).isEmpty();
    assertThatThrownBy(() -> NightLock.acquire(folder, BOB, at(90), any -> true))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage(
            "another night is at work: ann@here, process 42, for 1 h 30 min; wait for it to end");
    taken.lock().close();
    NightLock.Taken next = NightLock.acquire(folder, BOB, at(91), any -> true);
    assertThat(next.takenOver()).isEmpty();
    next.lock().close();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aLockOfADeadProcessIsTakenOver() throws IOException {
    leftBy(ANN, at(0));
    List<Owner> asked = new ArrayList<>();
    NightLock.Taken taken =
        NightLock.acquire(
            folder,
            BOB,
            at(60),
            owner -> {
              asked.add(owner);
              return false;
            });
    assertThat(asked).containsExactly(ANN);
    assertThat(taken.takenOver())
        .contains("took over the lock of ann@here, process 42, which died; it was 1 h old");
    taken.lock().close();
  }

  @Test
  void whereTheFileSystemKnowsNoLocksTheProcessItselfIsAsked() throws IOException {
    leftBy(ANN, at(0));
    assertThatThrownBy(() -> NightLock.acquire(folder, BOB, at(60), owner -> owner.equals(ANN)))
        .hasMessageContaining("another night is at work: ann@here, process 42, for 1 h;");
  }

  @Test
  void anotherHostIsAliveAsLongAsItTouchesTheFile() throws IOException {
    leftBy(POD, at(0));
    // Its process number says nothing here.
    assertThatThrownBy(() -> NightLock.acquire(folder, BOB, at(14), any -> false))
        .hasMessageContaining("root@pod-1, process 1, for 14 min");
    NightLock.Taken taken = NightLock.acquire(folder, BOB, at(16), any -> true);
    assertThat(taken.takenOver())
        .hasValueSatisfying(text -> assertThat(text).contains("root@pod-1"));
    taken.lock().close();
  }

  @Test
  void aClockThatWasSetBackIsNoReasonToWaitForEver() throws IOException {
    leftBy(POD, at(60));
    assertThatThrownBy(() -> NightLock.acquire(folder, BOB, at(0), any -> false))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessage(
            "another night is at work: root@pod-1, process 1, for 0 s; wait for it to end, or delete "
                + file()
                + " if it is no more: its time is to come");
    // On this host its process tells, whatever the clock says.
    Files.delete(file());
    leftBy(ANN, at(60));
    NightLock.Taken taken = NightLock.acquire(folder, BOB, at(0), any -> false);
    assertThat(taken.takenOver()).isPresent();
    taken.lock().close();
  }

  @Test
  void anOwnerThatLivesTouchesTheFile() throws IOException {
    NightLock.Taken taken = NightLock.acquire(folder, POD, at(0), any -> false);
    Files.setLastModifiedTime(file(), FileTime.from(NOON.minusSeconds(3600)));
    taken.lock().renew();
    assertThat(Files.getLastModifiedTime(file()).toInstant()).isEqualTo(NOON);
    taken.lock().close();
  }

  @Test
  void aFileThatNobodyCanReadHoldsNothing() {
    WholeFile.write(file(), "{\"user\": 7}");
    NightLock.Taken taken = NightLock.acquire(folder, BOB, at(0), any -> true);
    assertThat(taken.takenOver()).isEmpty();
    taken.lock().close();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    WholeFile.write(folder.resolve("file"), "x");
    assertThatThrownBy(
            () -> NightLock.acquire(folder.resolve("file/nights"), BOB, at(0), any -> true))
        .isInstanceOf(ResultFormatException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--nights");
  }
}
