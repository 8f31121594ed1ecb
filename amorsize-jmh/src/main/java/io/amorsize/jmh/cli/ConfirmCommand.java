package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.policy.Policy;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs a comparison's suspects and regressions again. */
@Command(
    name = ConfirmCommand.NAME,
    description = {
      "Runs the suspects and regressions of a comparison again with fresh forks, both sides in turn,"
          + " and judges them on the new data alone. What stands behind -- goes to JMH."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar confirm reports/ab-20260131-230000",
      "Example: java -jar benchmarks.jar confirm comparison.json --baseline-jar old.jar"
          + " --candidate-jar new.jar"
    })
final class ConfirmCommand extends SessionCommand {

  static final String NAME = "confirm";

  @Mixin private LimitOptions limits;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMPARISON",
      description = "A comparison's JSON (compare --format json), or the folder of a session.")
  private List<String> positions = new ArrayList<>();

  @Option(
      names = "--baseline-jar",
      paramLabel = "JAR",
      description = "The base's jar, where the comparison does not tell.")
  private String baselineJar;

  @Option(
      names = "--candidate-jar",
      paramLabel = "JAR",
      description = "The candidate's jar, where the comparison does not tell.")
  private String candidateJar;

  ConfirmCommand(Terminal terminal, ForkSource forkSource) {
    super(terminal, forkSource);
  }

  @Override
  public Integer call() {
    if (session.resumed().isEmpty() && confirmed().isEmpty()) {
      terminal.say(
          "amorsize: nothing to confirm: no row is slower or suspect. Next: nothing to do.");
      return ExitCode.OK.value();
    }
    return start().run(NAME, this).value();
  }

  private Path comparisonFile() {
    List<String> named =
        positions.subList(0, positions.size() - CommandTokens.of(spec).jmhArguments().size());
    if (named.size() != 1) {
      throw new ParameterException(
          spec.commandLine(),
          (named.isEmpty() ? "a comparison is missing" : "more than one comparison")
              + ": name the JSON of one, or the folder of a session");
    }
    Path path = Path.of(named.get(0));
    return Files.isDirectory(path) ? path.resolve(SessionFolder.COMPARISON) : path;
  }

  private ConfirmedRows confirmed() {
    return new ConfirmedRows(ComparisonFile.read(comparisonFile(), limits.limits()));
  }

  @Override
  SessionSides sides(Optional<SessionSpec> recorded, Path folder) {
    JmhArguments own = ownArguments();
    Optional<SessionSides> first =
        confirmedSession().map(session -> start().sidesOf(session, folder));
    JarSide base = first.map(SessionSides::base).orElseGet(() -> jar(recorded, SessionSide.BASE));
    JarSide candidate =
        first.map(SessionSides::candidate).orElseGet(() -> jar(recorded, SessionSide.CANDIDATE));
    boolean saysMore = !CommandTokens.of(spec).jmhArguments().isEmpty();
    JmhArguments jmh = saysMore ? own : first.map(SessionSides::arguments).orElse(own);
    return sideOptions.isGiven()
        ? new SessionSides(sideOptions.base(base), sideOptions.candidate(candidate), jmh)
        : new SessionSides(base, candidate, jmh);
  }

  /** What the rows themselves say is not for JMH's arguments to change. */
  private JmhArguments ownArguments() {
    JmhArguments own = JmhArguments.parse(CommandTokens.of(spec).jmhArguments());
    for (String option : List.of("", "e", "p", "bm", "t")) {
      if (own.says(option)) {
        throw new ResultFormatException(
            (option.isEmpty() ? "a regex" : "-" + option)
                + " behind '--': rows are confirmed with the parameters, mode and threads that they"
                + " had; leave it out, and choose rows with --include and --exclude");
      }
    }
    return own;
  }

  /** The session whose comparison is confirmed, if one made it. */
  private Optional<SessionSpec> confirmedSession() {
    Path comparison = comparisonFile().toAbsolutePath();
    if (!Files.exists(comparison)) {
      throw new ResultFormatException(
          comparisonFile() + ": there is no such file, and it says what is confirmed");
    }
    SessionFolder session = new SessionFolder(comparison.getParent());
    boolean asked = baselineJar != null || candidateJar != null;
    return asked || !session.isSession() ? Optional.empty() : Optional.of(session.spec());
  }

  private JarSide jar(Optional<SessionSpec> earlier, SessionSide side) {
    if (earlier.isPresent()) {
      return JarSide.of(earlier.get().side(side).classPath());
    }
    boolean base = side == SessionSide.BASE;
    String option = base ? "--baseline-jar" : "--candidate-jar";
    String named = base ? baselineJar : candidateJar;
    if (named != null) {
      return JarSide.of(named);
    }
    String label = confirmed().label(base);
    return new JarSource(option, folder -> sessionJar(folder, side))
        .find(label, baselines)
        .or(() -> base ? Optional.empty() : ownJar(label))
        .map(jar -> JarSide.of(jar.toString()))
        .orElseThrow(
            () ->
                new ResultFormatException(
                    comparisonFile()
                        + ": does not say which jar measured '"
                        + label
                        + "'; name it with "
                        + option));
  }

  /** Results without a jar are mostly those of the jar that holds this program. */
  private Optional<Path> ownJar(String label) {
    Optional<Path> own = BenchmarkJar.holding(Main.class);
    own.ifPresent(
        jar ->
            terminal.say(
                "amorsize: '" + label + "' runs with " + jar + "; --candidate-jar names another"));
    return own;
  }

  private static Optional<Path> sessionJar(Path folder, SessionSide side) {
    return Optional.of(Path.of(new SessionFolder(folder).spec().side(side).classPath()));
  }

  @Override
  SessionSpec list(JarForks forks, SessionSides sides) {
    return new SessionSpec(
        CommandTokens.of(spec).command(),
        session.seed(),
        SessionSides.recorded(sides.base()),
        SessionSides.recorded(sides.candidate()),
        confirmed().units(rows.selection(), sides),
        List.of(),
        List.of());
  }

  @Override
  SessionRun.Judging judging() {
    Policy agreed =
        confirmedSession()
            .map(session -> start().stored(session))
            .map(command -> command.judging().rule().policy())
            .orElse(Policy.NONE);
    return confirmed()
        .judging(judgement, rows, agreed, LocalDate.now(ZoneId.systemDefault()))
        .knowing(noise());
  }
}
