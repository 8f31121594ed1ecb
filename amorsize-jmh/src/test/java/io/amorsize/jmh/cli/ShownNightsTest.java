package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.doctor.TwoCores;
import io.amorsize.jmh.json.RowsFile;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.result.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for nights shows as printed is what the program prints. */
class ShownNightsTest {

  private static final String NIGHTLY = "$ java -jar benchmarks.jar nightly --quick\n";
  private static final String PROMOTE =
      "$ java -jar benchmarks.jar baseline promote main reports/nightly/20260126-034215\n";

  @TempDir Path folder;

  /** Forks differ more than the nights; what is predicted for one workload changes. */
  @Test
  void theFirstTwoNightsLookAsTheyAreShown() {
    RecordedSuites recorded =
        new RecordedSuites()
            .asExpected()
            .serialPlanOf("fast_function")
            .noise(name -> name.startsWith("MemoryIntensive") ? 0.05 : 0.5)
            .factor("VariableTime.parallel", 2)
            .factor("MixedWorkload.parallel", 1.8)
            .factor("CpuIntensive.parallel", 1.3)
            .factor("MemoryIntensive.parallel", 1.05);
    NightPlace place =
        new NightPlace(folder)
            .suites(recorded::suite)
            .health(TwoCores.report(2, 0, 0.1))
            .programJar(ScriptedNights.jar(folder.resolve("program.jar"), 1));
    CommandFixture first = suite(place);
    CommandFixture promoted = place.baseline("promote", "main", place.last().path());
    ShownBlock.FIRST_NIGHT.requireShape(
        NIGHTLY + first.err() + first.out() + PROMOTE + promoted.err() + promoted.out());

    recorded
        .predicted("memory_intensive", 3.4)
        .factor("VariableTime.parallel", 2 * 0.588)
        .factor("MixedWorkload.parallel", 1.8 * 0.633)
        .factor("MemoryIntensive.parallel", 1.05 * 1.12)
        .factor("CpuIntensive.parallel", 1.3 * 0.903)
        .factor("VariableTime.serial", 0.951)
        .factor("FastFunction.serial", 0.967)
        .factor("MixedWorkload.serial", 1.03)
        .factor("MemoryIntensive.serial", 1.013)
        .factor("CpuIntensive.serial", 1.008)
        .factor("FastFunction.parallel", 1.007);
    place
        .at(2, Duration.ZERO)
        .health(TwoCores.report(2, 0, 2.78))
        .programJar(ScriptedNights.jar(folder.resolve("program.jar"), 2));
    CommandFixture second = suite(place);
    ShownBlock.SECOND_NIGHT.requireShape(NIGHTLY + second.err() + second.out());
  }

  private static CommandFixture suite(NightPlace place) {
    return place.night("--quick", "--workload", "[a-z]+_.*").exits(ExitCode.OK);
  }

  @Test
  void theLockOfADeadNightIsTakenOverAsShown() throws IOException {
    ScriptedNights forks = new ScriptedNights(List.of("org.acme.Month.one"), (name, version) -> 10);
    NightPlace place = new NightPlace(folder).forks(forks);
    Path jar = ScriptedNights.jar(folder.resolve("benchmarks.jar"), 1);
    forks.killAfter(1);
    assertThatThrownBy(() -> place.night("--jar", jar)).isInstanceOf(ScriptedNights.Killed.class);
    forks.killAfter(Integer.MAX_VALUE);
    Map<String, Object> owner =
        Map.of(
            "user",
            "ann",
            "host",
            "host",
            "pid",
            5067,
            "began",
            "2001-01-01T00:00:00Z",
            "since",
            place.clock().instant().toString());
    Files.writeString(place.nights().resolve("nightly.lock"), JsonFile.text(owner));
    place.at(1, Duration.ofSeconds(106));
    CommandFixture again = place.night("--jar", jar).exits(ExitCode.OK);
    String[] lines = again.err().split("(?<=\n)");
    ShownBlock.LOCK_OF_THE_DEAD.requireLetters(String.join("", List.of(lines).subList(0, 3)));
  }

  @Test
  void aMissingNightIsNamedAsShown() {
    HistoryFixture history = new HistoryFixture(folder);
    for (int day : List.of(20, 21, 22, 24, 25, 27)) {
      history.run(
          "record",
          new RowsFile().row("org.acme.Parser.parse", day).write(folder.resolve(day + ".json")),
          "--time",
          "2026-02-" + day + "T02:30:00Z");
    }
    ShownBlock.MISSING_NIGHT.requireLetters(
        history.run("check", "--max-age", "36h").exits(ExitCode.COULD_NOT_TELL).out());
  }
}
