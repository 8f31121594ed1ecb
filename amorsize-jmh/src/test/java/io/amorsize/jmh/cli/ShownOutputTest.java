package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.doctor.TwoCores;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.TextFormat;
import io.amorsize.jmh.runner.RecordedSuites;
import io.amorsize.jmh.speed.SpeedOfMachine;
import io.amorsize.jmh.speed.SpeedReport;
import io.amorsize.optimizer.TimeBreakdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the documentation shows as printed is what the program prints: to the letter where its
 * inputs are committed, else in all but numbers, times and places, since it was measured.
 */
class ShownOutputTest {

  private static final String DIAL = "io.amorsize.jmh.benchmarks.Dial.";

  @TempDir Path folder;

  @Test
  void theComparisonOfTheReadmeIsThatOfItsFiles() throws Exception {
    ShownBlock shown = ShownBlock.COMPARISON;
    shown.requireLetters(DocumentedRun.in(folder).said(shown.command()));
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSION", "SESSION_IN_GUIDE"})
  void aSessionLooksAsItIsShown(ShownBlock shown) throws IOException {
    Path jar = Files.writeString(folder.resolve("b.jar"), "a jar");
    ScriptedForks forks = ScriptedForks.of(DIAL + "compute", DIAL + "read").jdk("b.jar", "17.0.15");
    String factor = "-Damorsize.dial=1.1";
    forks.slower(DIAL + "compute", factor, 1.1).slower(DIAL + "read", factor, 1.12);
    SessionPlace place = new SessionPlace(folder, jar, jar);
    CommandFixture run =
        CommandFixture.session(
            forks, place.command("ab", jar, "--candidate-jvm-args", factor, "--", "Dial"));
    run.exits(ExitCode.REGRESSION);
    shown.requireShape(run.out());
  }

  @Test
  void aCalibrationLooksAsItIsShown() throws IOException {
    SessionPlace place = SessionPlace.in(folder);
    CommandFixture run =
        CommandFixture.session(
            ScriptedForks.of(DIAL + "compute", DIAL + "read").noisy(DIAL + "read", 0.3),
            place.command(
                "calibrate",
                place.base(),
                "--sessions",
                3,
                "--baselines",
                folder.resolve("baselines"),
                "--history",
                folder.resolve("history.db")));
    run.exits(ExitCode.OK);
    ShownBlock.CALIBRATION.requireShape(run.out());
  }

  @Test
  void theSuiteLooksAsItIsShown() throws IOException {
    RecordedSuites recorded =
        new RecordedSuites()
            .asExpected()
            .serialPlanOf("fast_function")
            .breakdown(new TimeBreakdown(2e7, 1e5, 9e6, 4e5, 1e4, 1e4));
    CommandFixture first = suite(recorded);
    CommandFixture.run("baseline", "save", "main", lastRun(), "--baselines", folder.resolve("b"))
        .exits(ExitCode.OK);
    String[] parts = ShownBlock.SUITE.text().split("(?m)^\\.\\.\\.$");
    assertThat(parts).as("before and behind what was found by comparing").hasSize(2);
    assertThat(PrintedShape.of(first.out())).startsWith(PrintedShape.of(parts[0]));
    assertThat(PrintedShape.of(suite(recorded).out()))
        .startsWith(PrintedShape.of(parts[0]) + " Compared with main: ")
        .endsWith(PrintedShape.of(parts[1]));
  }

  private CommandFixture suite(RecordedSuites recorded) {
    List<Object> arguments =
        List.of(
            "suite",
            "--quick",
            "--workload",
            "[a-z]+_.*",
            "--reports",
            folder.resolve("reports"),
            "--baselines",
            folder.resolve("b"));
    return CommandFixture.run(recorded::suite, arguments.toArray()).exits(ExitCode.OK);
  }

  private Path lastRun() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("reports"))) {
      return runs.sorted().reduce((earlier, later) -> later).orElseThrow();
    }
  }

  @Test
  void aFitHostLooksAsItIsShown() {
    ShownBlock.FIT_HOST.requireLettersAtTheEnd(doctor(2, 0));
  }

  @Test
  void aBusyHostLooksAsItIsShown() {
    ShownBlock.BUSY_HOST.requireLettersAtTheEnd(doctor(1, 0.97));
  }

  private static String doctor(double given, double others) {
    return CommandFixture.doctor(depth -> TwoCores.report(given, others, 0.1)).out();
  }

  @Test
  void theSpeedOfTheProgramLooksAsItIsShown() {
    Report report = SpeedReport.of(SpeedOfMachine.scores(), ThisMachine.sentence("", 1));
    ShownBlock.SPEED.requireShape(new TextFormat(80, false).write(report));
  }
}
