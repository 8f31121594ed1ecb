package io.amorsize.jmh.cli;

import io.amorsize.history.Calibration;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.NoiseShelf;
import io.amorsize.jmh.interleaved.EvenSession;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.interleaved.UnitRunner;
import io.amorsize.jmh.report.CalibrationJson;
import io.amorsize.jmh.report.CalibrationReport;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.report.Tone;
import io.amorsize.jmh.runner.SessionLock;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.Secrets;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns how much forks and sessions differ on this host. */
@Command(
    name = CalibrateCommand.NAME,
    description = {
      "Runs a JMH jar against itself in several sessions and learns how much forks and sessions"
          + " differ on this host. What stands behind -- goes to JMH."
    },
    footer = {"", "Example: java -jar benchmarks.jar calibrate app.jar --sessions 5 -- 'Parser.*'"})
final class CalibrateCommand implements Callable<Integer> {

  static final String NAME = "calibrate";

  private final Terminal terminal;
  private final ForkSource forkSource;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;
  @Mixin private HistoryOptions history;
  @Mixin private ForkOptions forkOptions;
  @Mixin private ReportsOptions place;

  @Parameters(arity = "0..*", paramLabel = "JAR", description = "The jar, or a class path.")
  private List<String> positions = new ArrayList<>();

  @Option(
      names = "--sessions",
      paramLabel = "K",
      defaultValue = "5",
      description = "Sessions, one after the other (default: ${DEFAULT-VALUE}).")
  private int sessions;

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "3",
      description = "Forks of each of the two sides of a session (default: ${DEFAULT-VALUE}).")
  private int forks;

  CalibrateCommand(Terminal terminal, ForkSource forkSource) {
    this.terminal = terminal;
    this.forkSource = forkSource;
  }

  @Override
  public Integer call() {
    requireAtLeast("--sessions", sessions, Calibration.FEWEST_SESSIONS);
    requireAtLeast("--forks", forks, 3);
    CommandTokens tokens = CommandTokens.of(spec);
    List<String> jars = positions.subList(0, positions.size() - tokens.jmhArguments().size());
    if (jars.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          (jars.isEmpty() ? "a jar is missing" : "more than one jar")
              + ": name the jar; what JMH is to get stands behind --");
    }
    document.requireWritable();
    JarSide side = JarSide.of(jars.get(0));
    SessionSides sides = new SessionSides(side, side, JmhArguments.parse(tokens.jmhArguments()));
    return measure(sides, Secrets.hidden(tokens.command()), place.freshFolder(NAME)).value();
  }

  private static void requireAtLeast(String option, int value, int least) {
    if (value < least || value > 100) {
      throw new ResultFormatException(option + " must be " + least + " to 100, is " + value);
    }
  }

  private ExitCode measure(SessionSides sides, List<String> command, Path folder) {
    long first = place.seed();
    if (forkOptions.isDryRun()) {
      return dryRun(
          new SessionStart(terminal, forkSource).listed(from -> sides.list(from, command, first)));
    }
    SessionLock lock = SessionLock.acquire();
    Path work = new SessionFolder(folder).work();
    try (PrintStream log = SessionRun.log(folder, SessionFolder.LOG, terminal, false)) {
      JarForks source = forkSource.open(log, work);
      return measure(sides, sides.list(source, command, first), source, folder);
    } finally {
      SessionRun.deleteIfEmpty(work);
      lock.close();
    }
  }

  private ExitCode measure(SessionSides sides, SessionSpec listed, JarForks source, Path folder) {
    int count = 2 * forks * sessions * listed.units().size();
    Optional<TaskProgress> bar =
        document.showsProgress(terminal)
            ? Optional.of(TaskProgress.ofForks(terminal, NAME, count))
            : Optional.empty();
    try (CountedProgress progress = new CountedProgress(terminal, bar)) {
      return measure(sides, listed, source, folder, progress);
    }
  }

  private ExitCode measure(
      SessionSides sides,
      SessionSpec listed,
      JarForks source,
      Path folder,
      CountedProgress progress) {
    List<Calibration.Sides> measured = new ArrayList<>();
    Set<String> failures = new LinkedHashSet<>();
    for (int number = 1; number <= sessions; number++) {
      SessionFolder kept = new SessionFolder(folder.resolve("session-" + number));
      SessionSpec session = listed.withSeed(listed.seed() + number);
      kept.begin(session);
      UnitRunner runner =
          new UnitRunner(source, sides, kept, forkOptions.memory(), forkOptions.timeout());
      EvenSession even = new EvenSession(kept, session, runner);
      progress.session(number, sessions);
      int now = number;
      if (!StopSignal.heededBy(runner::stop, () -> isWhole(even, now, progress))) {
        return ExitCode.COULD_NOT_TELL;
      }
      failures.addAll(even.failures());
      Optional<Calibration.Sides> both =
          even.side(SessionSide.BASE)
              .flatMap(
                  base ->
                      even.side(SessionSide.CANDIDATE)
                          .map(candidate -> new Calibration.Sides(base, candidate)));
      both.ifPresent(measured::add);
    }
    if (measured.size() < Calibration.FEWEST_SESSIONS) {
      failures.forEach(failure -> terminal.say("amorsize: " + failure));
      return ExitCode.RUN_FAILED;
    }
    progress.close();
    return report(Calibration.of(measured), List.copyOf(failures));
  }

  /** The JVM may end as soon as this has returned, so that it says by itself what came of it. */
  private boolean isWhole(EvenSession session, int number, CountedProgress progress) {
    boolean whole = session.run(forks, progress);
    if (!whole) {
      terminal.say("amorsize: stopped in session " + number + ": nothing was learned; begin again");
    }
    return whole;
  }

  private ExitCode report(Calibration found, List<String> failures) {
    RunEnvironment here = HostNoise.here();
    InstantSource clock = InstantSource.system();
    NoiseShelf shelf = new NoiseShelf(baselines.folder());
    shelf.keep(here, found, clock.instant());
    List<String> places = new ArrayList<>(List.of(shelf.file(here).toString()));
    if (history.isGiven() || history.place(terminal).mayExist()) {
      try (HistoryStore store = history.open(terminal, clock)) {
        NoiseShelf.keep(store, here, found, clock.instant());
        places.add(history.place(terminal).shown());
      }
    }
    document.write(
        terminal,
        CalibrationReport.of(found, places, failures),
        () -> CalibrationJson.write(found, here));
    return failures.isEmpty() ? ExitCode.OK : ExitCode.RUN_FAILED;
  }

  private ExitCode dryRun(SessionSpec listed) {
    int count = 2 * forks * sessions * listed.units().size();
    Duration expected = SessionRun.USUAL_FORK.multipliedBy(count);
    String headline =
        "%d benchmarks, %d sessions, %d forks; about %s where operations are short; nothing was run."
            .formatted(listed.units().size(), sessions, count, SessionFacts.inWords(expected));
    Report report =
        new Report(
            "Amorsize calibrate, dry run",
            headline,
            Tone.PLAIN,
            List.of(SessionRun.table(listed)),
            "Next: leave out --dry-run.");
    document.write(terminal, report, () -> DryRun.json(listed, "forks", count, expected));
    return ExitCode.OK;
  }
}
