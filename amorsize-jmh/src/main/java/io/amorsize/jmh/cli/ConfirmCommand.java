package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.BenchmarkUnit;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionLimits;
import io.amorsize.jmh.interleaved.SessionSide;
import io.amorsize.jmh.interleaved.SessionSides;
import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.json.ComparisonFile;
import io.amorsize.jmh.json.RecordedComparison;
import io.amorsize.jmh.json.RecordedRow;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
final class ConfirmCommand implements Callable<Integer>, SessionCommand {

  static final String NAME = "confirm";

  /** The comparison in a session's folder. */
  static final String COMPARISON = "comparison.json";

  private final Terminal terminal;
  private final ForkSource forkSource;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;
  @Mixin private SessionOptions session;
  @Mixin private SideOptions sideOptions;
  @Mixin private JudgementOptions judgement;
  @Mixin private RowOptions rows;

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
    this.terminal = terminal;
    this.forkSource = forkSource;
  }

  @Override
  public Integer call() {
    if (session.resumed().isEmpty() && recorded().open().isEmpty()) {
      terminal.say("amorsize: nothing to confirm: no row is slower or suspect");
      return ExitCode.OK.value();
    }
    return new SessionStart(terminal, forkSource).run(NAME, this).value();
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
    return Files.isDirectory(path) ? path.resolve(COMPARISON) : path;
  }

  private RecordedComparison recorded() {
    return ComparisonFile.read(comparisonFile());
  }

  @Override
  public SessionOptions session() {
    return session;
  }

  @Override
  public DocumentOptions document() {
    return document;
  }

  @Override
  public SessionSides sides(Optional<SessionSpec> recorded, Path folder) {
    Optional<SessionSpec> earlier = recorded.or(this::confirmedSession);
    JmhArguments own = JmhArguments.parse(CommandTokens.of(spec).jmhArguments());
    Optional<SessionSides> first =
        confirmedSession()
            .map(session -> new SessionStart(terminal, forkSource).sidesOf(session, folder));
    JarSide base = first.map(SessionSides::base).orElseGet(() -> jar(earlier, SessionSide.BASE));
    JarSide candidate =
        first.map(SessionSides::candidate).orElseGet(() -> jar(earlier, SessionSide.CANDIDATE));
    boolean saysMore = !CommandTokens.of(spec).jmhArguments().isEmpty();
    JmhArguments jmh = saysMore ? own : first.map(SessionSides::arguments).orElse(own);
    return sideOptions.setApart()
        ? new SessionSides(sideOptions.base(base), sideOptions.candidate(candidate), jmh)
        : new SessionSides(base, candidate, jmh);
  }

  /** The session whose comparison is confirmed, if one made it. */
  private Optional<SessionSpec> confirmedSession() {
    Path folder = comparisonFile().toAbsolutePath().getParent();
    SessionFolder session = new SessionFolder(folder);
    boolean asked = baselineJar != null || candidateJar != null;
    return asked || !session.isSession() ? Optional.empty() : Optional.of(session.spec());
  }

  private JarSide jar(Optional<SessionSpec> earlier, SessionSide side) {
    if (earlier.isPresent()) {
      return JarSide.of(earlier.get().side(side).classPath());
    }
    RecordedComparison comparison = recorded();
    boolean base = side == SessionSide.BASE;
    String option = base ? "--baseline-jar" : "--candidate-jar";
    String named = base ? baselineJar : candidateJar;
    if (named != null) {
      return JarSide.of(named);
    }
    String label = base ? comparison.base() : comparison.current();
    return new JarSource(option, folder -> sessionJar(folder, side))
        .find(label, baselines)
        .or(() -> base ? Optional.empty() : BenchmarkJar.holding(Main.class))
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

  private static Optional<Path> sessionJar(Path folder, SessionSide side) {
    return Optional.of(Path.of(new SessionFolder(folder).spec().side(side).classPath()));
  }

  @Override
  public SessionSpec list(JarForks forks, SessionSides sides) {
    Set<PairedUnit> units = new LinkedHashSet<>();
    for (RecordedRow row : recorded().open()) {
      units.add(
          new PairedUnit(
              new BenchmarkUnit(row.base().benchmark(), row.baseParams()),
              new BenchmarkUnit(row.current().benchmark(), row.currentParams()),
              arguments(row)));
    }
    return new SessionSpec(
        CommandTokens.of(spec).command(),
        session.seed(),
        SessionSides.recorded(sides.base()),
        SessionSides.recorded(sides.candidate()),
        List.copyOf(units),
        List.of(),
        List.of());
  }

  /** What makes JMH run this row of its benchmark and no other. */
  private static List<String> arguments(RecordedRow row) {
    List<String> arguments = new ArrayList<>(List.of("-bm", row.key().mode()));
    if (row.key().threads() > 0) {
      arguments.addAll(List.of("-t", Integer.toString(row.key().threads())));
    }
    return arguments;
  }

  @Override
  public SessionLimits limits(SessionSides sides, Optional<Duration> budget) {
    return session.limits(sides.arguments(), judgement.isStrict(), budget);
  }

  @Override
  public SessionRun.Judging judging() {
    return SessionRun.judging(judgement, rows);
  }
}
