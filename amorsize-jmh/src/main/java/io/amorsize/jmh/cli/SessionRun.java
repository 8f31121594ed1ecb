package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.LogFile;
import io.amorsize.jmh.interleaved.PairedSession;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.SessionListener;
import io.amorsize.jmh.interleaved.SessionOutcome;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.interleaved.UnitRunner;
import io.amorsize.jmh.interleaved.WarmupMemory;
import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.ComparisonReport;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.runner.SessionLock;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.RowSelection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs a session in its folder and reports it. */
final class SessionRun {

  /** Starting two JVMs, warming up for a second or two, measuring for two. */
  static final Duration USUAL_FORK = Duration.ofSeconds(5);

  private final Terminal terminal;
  private final ForkSource forkSource;
  private final DocumentOptions document;

  SessionRun(Terminal terminal, ForkSource forkSource, DocumentOptions document) {
    this.terminal = terminal;
    this.forkSource = forkSource;
    this.document = document;
  }

  /**
   * What a session is made of.
   *
   * @param command the command's name
   * @param sides what is compared
   * @param limits when it ends
   * @param memory where warm-ups are remembered
   * @param verbose whether JMH's output goes to the terminal too
   */
  record Setting(
      String command,
      SessionSides sides,
      SessionLimits limits,
      WarmupMemory memory,
      boolean verbose) {}

  /**
   * How a session is judged.
   *
   * @param rule the rule
   * @param selection the rows
   * @param options what makes it fail
   * @param onlyChanged whether unchanged rows are left out of the text
   */
  record Judging(
      DecisionRule rule, RowSelection selection, JudgementOptions options, boolean onlyChanged) {

    /** The same that knows how much forks differ on this host. */
    Judging knowing(HostNoise host) {
      return new Judging(rule.withNoise(host.withinSession()), selection, options, onlyChanged);
    }
  }

  /** How a command's options judge; both sides are of today. */
  static Judging judging(JudgementOptions options, RowOptions rows) {
    rows.requireWholeForks();
    return new Judging(
        rows.rule(options.threshold(), LocalDate.now(ZoneId.systemDefault())),
        rows.selection(),
        options,
        rows.showsOnlyChanged());
  }

  /** The benchmarks of a session. */
  static Section.Table table(SessionSpec spec) {
    return new Section.Table(
        "",
        List.of(Column.words("benchmark")),
        spec.units().stream().map(unit -> List.of(Cell.of(unit.base().toString()))).toList());
  }

  /**
   * Measures and reports.
   *
   * @param folder where the session stands
   * @param specOf what is measured: listed anew, or what the folder holds
   */
  ExitCode run(
      Path folder, Setting setting, Judging judging, Function<JarForks, SessionSpec> specOf) {
    document.requireWritable();
    SessionFolder kept = new SessionFolder(folder);
    SessionLock lock = SessionLock.acquire();
    try (PrintStream log = log(folder, SessionFolder.LOG, terminal, setting.verbose())) {
      JarForks forks = forkSource.open(log, kept.work());
      SessionSpec spec = specOf.apply(forks);
      UnitRunner runner =
          new UnitRunner(
              forks, setting.sides(), kept, setting.memory(), setting.limits().forkTimeout());
      PairedSession session =
          new PairedSession(kept, spec, runner, setting.limits(), System::nanoTime);
      return StopSignal.heededBy(
          runner::stop,
          () -> {
            SessionOutcome outcome = measure(session, spec, setting, judging);
            boolean confirms = setting.command().equals(ConfirmCommand.NAME);
            return report(new SessionFacts(outcome, folder, confirms), judging);
          });
    } finally {
      deleteIfEmpty(kept.work());
      lock.close();
    }
  }

  static void deleteIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // What still runs there is ended by whoever goes on with the session.
    }
  }

  private SessionOutcome measure(
      PairedSession session, SessionSpec spec, Setting setting, Judging judging) {
    PairedSession.Judge judge =
        (base, candidate) ->
            Comparison.ofSession(
                base, candidate, judging.rule(), judging.selection(), setting.limits().design());
    if (!document.showsProgress(terminal) || setting.verbose()) {
      return session.run(judge, new Notes(terminal));
    }
    int units = spec.units().size();
    int pairs = setting.limits().design().mostPairs();
    try (SessionProgress progress =
        new SessionProgress(terminal, setting.command(), units, pairs)) {
      return session.run(judge, progress);
    }
  }

  /** Tells what a person should know at once, and no more. */
  private record Notes(Terminal terminal) implements SessionListener {
    @Override
    public void note(String message) {
      terminal.say("amorsize: " + message);
    }
  }

  private ExitCode report(SessionFacts facts, Judging judging) {
    Path folder = facts.folder();
    SessionOutcome outcome = facts.outcome();
    Comparison comparison = outcome.comparison();
    RowsDocument result =
        new RowsDocument(
            comparison,
            ComparisonReport.of(facts),
            judging.options().isStrict(),
            judging.onlyChanged(),
            () -> warmups(new SessionFolder(folder)));
    WholeFile.write(folder.resolve(SessionFolder.COMPARISON), result.json());
    WholeFile.write(folder.resolve("report.md"), result.markdown());
    WholeFile.write(folder.resolve("report.html"), result.html());
    GitHubRun.of(terminal).ifPresent(run -> run.show(comparison, result.markdown()));
    document.write(terminal, result);
    return exitCode(outcome, judging.options().exitCode(comparison));
  }

  private static Warmups warmups(SessionFolder kept) {
    return Warmups.beside(
        Optional.of(kept.results(SessionSide.BASE)),
        Optional.of(kept.results(SessionSide.CANDIDATE)));
  }

  private static ExitCode exitCode(SessionOutcome outcome, ExitCode judged) {
    boolean cutShort =
        outcome.ending() != SessionOutcome.Ending.COMPLETE || outcome.comparison().rows().isEmpty();
    return ExitCode.of(
        !outcome.failures().isEmpty(),
        judged == ExitCode.REGRESSION,
        cutShort || judged == ExitCode.COULD_NOT_TELL);
  }

  /** A log in the session's folder, which goes to the terminal too where that is wanted. */
  static PrintStream log(Path folder, String name, Terminal terminal, boolean verbose) {
    return LogFile.open(
        folder.resolve(name),
        "--reports",
        out -> verbose ? new TeeOutput(out, terminal.err()) : out);
  }
}
