package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.report.Tone;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Begins sessions and takes up those that were stopped or killed. */
final class SessionStart {

  /** What a session that goes on takes from the new call. */
  private static final Set<String> WITH_RESUME =
      Set.of(
          "--resume",
          "--time-budget",
          "--format",
          "--output",
          "--quiet",
          "--no-color",
          "--verbose");

  private final Terminal terminal;
  private final ForkSource forkSource;

  SessionStart(Terminal terminal, ForkSource forkSource) {
    this.terminal = terminal;
    this.forkSource = forkSource;
  }

  /** Runs a command's session: the one that it says to go on with, else a new one. */
  ExitCode run(String name, SessionCommand command) {
    Optional<Path> resumed = command.session().resumed();
    if (resumed.isPresent()) {
      return resume(resumed.get(), command);
    }
    Path folder = command.session().freshFolder(name);
    command.judging();
    SessionSides sides = command.sides(Optional.empty(), folder);
    Function<JarForks, SessionSpec> begin =
        forks -> {
          SessionSpec listed = command.list(forks, sides);
          if (!command.session().isDryRun()) {
            new SessionFolder(folder).begin(listed);
          }
          return listed;
        };
    return command.session().isDryRun()
        ? dryRun(name, command, sides, begin)
        : run(folder, setting(name, command, command, sides), command, begin);
  }

  private ExitCode resume(Path folder, SessionCommand now) {
    requireNothingElse(now.spec());
    SessionSpec recorded = new SessionFolder(folder).spec();
    SessionCommand first = stored(recorded);
    SessionSides sides = first.sides(Optional.of(recorded), folder);
    requireUnchanged(recorded, sides);
    String name = recorded.command().get(0);
    ExitCode code =
        new SessionRun(terminal, forkSource, now.document())
            .run(folder, setting(name, first, now, sides), first.judging(), forks -> recorded);
    first.ended(folder, code);
    return code;
  }

  private ExitCode run(
      Path folder,
      SessionRun.Setting setting,
      SessionCommand command,
      Function<JarForks, SessionSpec> begin) {
    ExitCode code =
        new SessionRun(terminal, forkSource, command.document())
            .run(folder, setting, command.judging(), begin);
    command.ended(folder, code);
    return code;
  }

  private static SessionRun.Setting setting(
      String name, SessionCommand first, SessionCommand now, SessionSides sides) {
    return new SessionRun.Setting(
        name,
        sides,
        first.limits(sides, now.session().budget()),
        first.session().memory(),
        now.session().isVerbose());
  }

  /** A session that goes on is judged as it began; what would change that is not passed over. */
  private static void requireNothingElse(CommandSpec spec) {
    ParseResult said = spec.commandLine().getParseResult();
    Stream.concat(
            said.matchedOptions().stream().map(OptionSpec::longestName),
            said.matchedPositionals().stream()
                .flatMap(word -> word.originalStringValues().stream()))
        .filter(word -> !WITH_RESUME.contains(word))
        .findFirst()
        .ifPresent(
            word -> {
              throw new ParameterException(
                  spec.commandLine(),
                  "--resume goes on with the session's own arguments; leave out "
                      + word
                      + ", or begin a new session");
            });
  }

  private static void requireUnchanged(SessionSpec recorded, SessionSides sides) {
    requireUnchanged(recorded.side(SessionSide.BASE), SessionSides.recorded(sides.base()));
    requireUnchanged(
        recorded.side(SessionSide.CANDIDATE), SessionSides.recorded(sides.candidate()));
  }

  private static void requireUnchanged(SessionSpec.Side then, SessionSpec.Side now) {
    if (!then.contentHash().equals(now.contentHash())) {
      throw new ResultFormatException(
          then.classPath()
              + ": is another file than when the session began; bring the old one back, or begin"
              + " a new session");
    }
  }

  /**
   * The sides of a session that is repeated, with the JMH arguments that it had.
   *
   * @throws ResultFormatException in one sentence, if a jar is another file than then
   */
  SessionSides sidesOf(SessionSpec recorded, Path folder) {
    SessionSides sides = stored(recorded).sides(Optional.of(recorded), folder);
    requireUnchanged(recorded, sides);
    return sides;
  }

  /** The command that began a session, with its arguments. */
  SessionCommand stored(SessionSpec recorded) {
    String name = recorded.command().isEmpty() ? "" : recorded.command().get(0);
    SessionCommand command =
        switch (name) {
          case AbCommand.NAME -> new AbCommand(terminal, forkSource);
          case ConfirmCommand.NAME -> new ConfirmCommand(terminal, forkSource);
          default ->
              throw new ResultFormatException(
                  "the session was begun by '" + name + "', which this program does not have");
        };
    try {
      List<String> arguments = recorded.command().subList(1, recorded.command().size());
      new CommandLine(command)
          .setCaseInsensitiveEnumValuesAllowed(true)
          .parseArgs(arguments.toArray(String[]::new));
      return command;
    } catch (ParameterException e) {
      throw new ResultFormatException(
          "the session's own arguments cannot be read: " + e.getMessage(), e);
    }
  }

  private ExitCode dryRun(
      String name,
      SessionCommand command,
      SessionSides sides,
      Function<JarForks, SessionSpec> list) {
    SessionSpec spec = listed(list);
    int pairs = command.limits(sides, Optional.empty()).design().mostPairs();
    int most = 2 * pairs * spec.units().size();
    Duration longest = SessionRun.USUAL_FORK.multipliedBy(most);
    String headline =
        spec.units().size()
            + (spec.units().size() == 1 ? " benchmark" : " benchmarks")
            + ", at most "
            + most
            + " forks; about "
            + SessionFacts.inWords(longest)
            + " where operations are short, less where rows are decided early; nothing was run.";
    command
        .document()
        .write(
            terminal,
            new Report(
                "Amorsize " + name + ", dry run",
                headline,
                Tone.PLAIN,
                List.of(SessionRun.table(spec)),
                "Next: leave out --dry-run."),
            () -> DryRun.json(spec, "most_forks", most, longest));
    return ExitCode.OK;
  }

  /** Lists in a folder that is gone afterwards. */
  SessionSpec listed(Function<JarForks, SessionSpec> list) {
    try {
      Path work = Files.createTempDirectory("amorsize-");
      try (PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
        return list.apply(forkSource.open(nowhere, work));
      } finally {
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      throw new ResultFormatException(
          "the folder for temporary files cannot be used (" + e + "); set java.io.tmpdir", e);
    }
  }
}
