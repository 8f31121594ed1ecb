package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.BenchmarkUnit;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.interleaved.PairedUnit;
import io.amorsize.jmh.interleaved.SessionFolder;
import io.amorsize.jmh.interleaved.SessionLimits;
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
}
