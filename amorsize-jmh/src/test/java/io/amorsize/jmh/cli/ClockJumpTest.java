package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.night.NightFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that were set back: nothing is written over, nothing is waited for. */
class ClockJumpTest {

  @TempDir Path folder;
  private NightPlace place;
  private Path jar;

  @BeforeEach
  void open() {
    place =
        new NightPlace(folder)
            .forks(
                new ScriptedNights(List.of("org.acme.Month.one"), (benchmark, version) -> version));
    jar = folder.resolve("benchmarks.jar");
  }

  private CommandFixture night(int day, int version, Object... more) {
    ScriptedNights.jar(jar, version);
    place.at(day, Duration.ZERO);
    Object[] all = Stream.concat(Stream.of("--jar", jar, "--quick"), Stream.of(more)).toArray();
    return place.night(all).exits(ExitCode.OK);
  }

  private List<String> nights() throws IOException {
    try (Stream<Path> children = Files.list(place.nights())) {
      return children
          .filter(NightFolder::isNight)
          .map(child -> child.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aNightAfterTheClockWasSetBackIsANightOfItsOwn() throws IOException {
    night(5, 1);
    byte[] before = Files.readAllBytes(place.last().path().resolve("night.json"));
    night(2, 2, "--keep-nights", 1);
    night(6, 3);
    assertThat(nights()).containsExactly("20260102-023000", "20260105-023000", "20260106-023000");
    assertThat(Files.readAllBytes(place.nights().resolve("20260105-023000/night.json")))
        .isEqualTo(before);
    assertThat(place.history("list", "--format", "csv").exits(ExitCode.OK).out().lines())
        .hasSize(1 + 3);
  }

  @Test
  void theSameSecondOnceMoreIsAnotherNight() throws IOException {
    night(5, 1);
    night(6, 2);
    night(5, 3);
    assertThat(nights()).hasSize(3).contains("20260105-023000", "20260106-023000");
  }

  @Test
  void aBaselineIsWhatWasSavedLast() {
    Path first = new RowsFile().row("org.acme.A.a", 100).write(folder.resolve("first.json"));
    Path second =
        new RowsFile().row("org.acme.A.a", 1).row("o.B.b", 2).write(folder.resolve("second.json"));
    place.at(9, Duration.ZERO).baseline("save", "main", first).exits(ExitCode.OK);
    place.at(2, Duration.ZERO).baseline("save", "main", second).exits(ExitCode.OK);
    assertThat(place.baseline("show", "main").exits(ExitCode.OK).out()).contains("o.B.b");
    assertThat(place.baseline("list").exits(ExitCode.OK).out()).contains("main");
  }

  @Test
  void aRunOfTheFutureDoesNotHideThatNothingIsMeasuredAnyMore() {
    HistoryFixture history = new HistoryFixture(folder);
    history
        .run("record", history.night("a.json", 10, 20), "--time", "2026-02-20T00:00:00Z")
        .exits(ExitCode.OK);
    history
        .run("record", history.night("b.json", 11, 21), "--time", "2031-01-01T00:00:00Z")
        .exits(ExitCode.OK);
    HistoryFixture.Said said = history.run("check").exits(ExitCode.COULD_NOT_TELL);
    assertThat(said.inOneLine()).contains("2026-02-20").contains("stale");
    assertThat(said.err()).contains("1 of the runs lie further in the future");
  }
}
