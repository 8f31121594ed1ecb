package io.amorsize.jmh.cli;

import io.amorsize.doctor.Amount;
import io.amorsize.doctor.Answer;
import io.amorsize.doctor.CheckResult;
import io.amorsize.doctor.HealthReport;
import io.amorsize.doctor.Outcome;
import io.amorsize.finding.FindingCode;
import io.amorsize.host.HostProbe;
import io.amorsize.jmh.night.NightFolder;
import io.amorsize.jmh.night.NightLock;
import io.amorsize.jmh.night.OldNights;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.SessionLock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A folder in which nights go by as fast as a test wants. */
final class NightPlace {

  private static final Instant FIRST = Instant.parse("2026-01-01T02:30:00Z");

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private ForkSource forks =
      (log, work) -> {
        throw new AssertionError("no jar should be measured");
      };
  private Supplier<PerformanceSuite> suites =
      () -> {
        throw new AssertionError("no workload should be measured");
      };
  private Optional<Path> programJar = Optional.empty();
  private HealthReport health = said(Outcome.PASS);
  private Instant now = FIRST;

  /** An empty folder in the first night of a year. */
  NightPlace(Path folder) {
    this.folder = folder;
  }

  NightPlace forks(ScriptedNights nights) {
    forks = (log, work) -> nights.open();
    return this;
  }

  NightPlace suites(Supplier<PerformanceSuite> made) {
    suites = made;
    return this;
  }

  NightPlace programJar(Path jar) {
    programJar = Optional.of(jar);
    return this;
  }

  /** What all checks of the doctor say. */
  NightPlace health(Outcome outcome) {
    return health(said(outcome));
  }

  /** What the doctor says. */
  NightPlace health(HealthReport report) {
    health = report;
    return this;
  }

  NightPlace variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** It is now so many nights, and a time, after the first. */
  NightPlace at(int night, Duration later) {
    now = FIRST.plus(Duration.ofDays(night - 1L)).plus(later);
    return this;
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  private static HealthReport said(Outcome outcome) {
    String remedy = outcome == Outcome.PASS ? "" : "wait";
    Answer answer = new Answer(outcome, Amount.words("this"), Amount.words("that"), remedy);
    CheckResult check = new CheckResult("the host", FindingCode.HOST_WITHOUT_CORES, answer);
    return new HealthReport(HostProbe.current(), List.of(check));
  }

  Path nights() {
    return folder.resolve("nights");
  }

  Path baselines() {
    return folder.resolve("baselines");
  }

  Path history() {
    return folder.resolve("history.db");
  }

  /** The last night's folder. */
  NightFolder last() {
    return new OldNights(nights()).latestFirst().get(0);
  }

  /** Runs a night. */
  CommandFixture night(Object... arguments) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "--nights",
                nights(),
                "--baselines",
                baselines(),
                "--memory",
                folder.resolve("warmup.json")));
    if (Collections.disjoint(List.of(arguments), List.of("--no-history", "--history"))) {
      all.addAll(List.of("--history", history()));
    }
    all.addAll(List.of(arguments));
    return CommandFixture.nightly(tools(), variables, all.toArray());
  }

  NightTools tools() {
    return new NightTools(
        clock(),
        () -> 0,
        suites,
        forks,
        SessionLock::none,
        jvmArgs -> health,
        programJar,
        new NightLock.Owner(
            "ann", "host", ProcessHandle.current().pid(), Instant.parse("2026-01-01T00:00:00Z")));
  }

  /** Runs a command of baselines. */
  CommandFixture baseline(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--baselines", baselines()));
    return CommandFixture.line(terminal -> BaselineCommand.line(terminal, clock()), all.toArray());
  }

  /** Runs a command of the history. */
  CommandFixture history(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--history", history()));
    return CommandFixture.line(terminal -> HistoryCommand.line(terminal, clock()), all.toArray());
  }
}
