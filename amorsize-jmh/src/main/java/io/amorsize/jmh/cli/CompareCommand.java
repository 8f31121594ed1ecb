package io.amorsize.jmh.cli;

import static java.util.stream.Collectors.joining;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NewEntry;
import io.amorsize.jmh.json.Warmups;
import io.amorsize.jmh.report.NoBaselineReport;
import io.amorsize.jmh.report.Report;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.verdict.SessionNoise;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Judges two results. */
@Command(
    name = "compare",
    description = "Judges two results: what got slower or faster, beyond what noise explains.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar compare main performance_results.json",
      "Example: java -jar benchmarks.jar compare --baseline old.json --current new.json",
      "Example: java -jar benchmarks.jar compare jmh-old.json jmh-new.json --format markdown"
    })
final class CompareCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;
  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;
  @Mixin private LimitOptions limits;
  @Mixin private JudgementOptions judgement;
  @Mixin private RowOptions rows;
  @Mixin private SaveBaseline saveBaseline;
  @Mixin private HistoryOptions history;
  @Mixin private NoiseOptions noise;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BASE",
      description =
          "The earlier result: JMH's JSON (also .gz), a folder of such files, a results file, or a"
              + " baseline's name or folder.")
  private String basePosition;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CURRENT",
      description = "The later result, likewise.")
  private String currentPosition;

  @Option(names = "--baseline", paramLabel = "BASE", description = "The earlier result.")
  private String baseOption;

  @Option(
      names = "--baseline-lenient",
      paramLabel = "BASE",
      description = "The same, and compare nothing where it is not there.")
  private String lenientBase;

  @Option(names = "--current", paramLabel = "CURRENT", description = "The later result.")
  private String currentOption;

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    saveBaseline.requireName();
    if (baseOption != null && lenientBase != null) {
      throw new ParameterException(
          spec.commandLine(), "--baseline and --baseline-lenient exclude each other");
    }
    ComparedSide current = ComparedSide.find(currentArgument(), baselines, limits.limits());
    String baseName = baseArgument();
    document.requireWritable();
    ExitCode code =
        lenientBase != null && !ComparedSide.isThere(baseName, baselines)
            ? withoutBase(current, baseName)
            : compare(ComparedSide.find(baseName, baselines, limits.limits()), current);
    if (saveBaseline.isGiven()) {
      save(current, code);
    }
    return code.value();
  }

  private ExitCode compare(ComparedSide base, ComparedSide current) {
    return switch (commonKind(base, current)) {
      case WORKLOADS -> compareWorkloads(base, current);
      case ROWS -> compareRows(base, current);
    };
  }

  private ExitCode withoutBase(ComparedSide current, String baseName) {
    current.requireReadable();
    Report report = NoBaselineReport.of(baseName, current.label(), baselines.folder());
    document.write(terminal, report, () -> NoBaselineReport.json(report));
    return ExitCode.of(false, false, judgement.isStrict());
  }

  private void save(ComparedSide current, ExitCode code) {
    Path run =
        current
            .path()
            .orElseThrow(
                () ->
                    new ResultFormatException(
                        current.label()
                            + ": is a baseline already; 'baseline promote NAME "
                            + current.label()
                            + "' moves another to it"));
    BaselineRun read = BaselineRun.read(run, limits.limits());
    EntryOrigin origin =
        EntryOrigin.of(code == ExitCode.REGRESSION ? Judgement.FAILED : Judgement.PASSED)
            .withSource(current.label());
    NewEntry entry = read.entry(Instant.now()).withOrigin(origin);
    saveBaseline.save(entry, run, read.what(), baselines, terminal);
  }

  /** Workloads before rows, where both sides hold both. */
  private static ComparedSide.Kind commonKind(ComparedSide base, ComparedSide current) {
    Set<ComparedSide.Kind> common = base.kinds();
    common.retainAll(current.kinds());
    if (common.isEmpty()) {
      // A broken file seems to be of another kind; what is broken says more.
      base.requireReadable();
      current.requireReadable();
    }
    return common.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ResultFormatException(
                    base.label()
                        + " holds "
                        + words(base)
                        + ", "
                        + current.label()
                        + " holds "
                        + words(current)
                        + ": compare like with like"));
  }

  private static String words(ComparedSide side) {
    return side.kinds().stream().map(ComparedSide.Kind::words).collect(joining(" and "));
  }

  private ExitCode compareWorkloads(ComparedSide base, ComparedSide current) {
    ResultsArgument now = current.results(Optional.empty());
    ResultsArgument before = base.results(now.environment());
    PerformanceComparison comparison = judgement.compare(before.results(), now.results());
    return end().of(comparison, before.label(), now.label());
  }

  private ExitCode compareRows(ComparedSide base, ComparedSide current) {
    BenchmarkRun wholeNow = current.rows(Optional.empty());
    DecisionRule agreed =
        rows.rule(
            judgement.threshold(),
            LocalDate.now(ZoneId.systemDefault()),
            base.measuredOn(wholeNow.environment()));
    BenchmarkRun wholeBefore = base.rows(wholeNow.environment());
    BenchmarkRun now = rows.prepared(wholeNow, wholeBefore);
    BenchmarkRun before = rows.prepared(wholeBefore, wholeNow);
    DecisionRule rule = agreed.withNoise(noiseBetween(before, now));
    return end()
        .judged(before, now, rule, rows, () -> Warmups.beside(base.rowsFile(), current.rowsFile()));
  }

  private ComparisonEnd end() {
    return new ComparisonEnd(terminal, document, judgement);
  }

  /** What the history and a calibration know; of what both know, the larger. */
  private SessionNoise noiseBetween(BenchmarkRun before, BenchmarkRun now) {
    LearnedNoise learned = history.noise(terminal);
    return noise
        .calibrated(before, now, new HostNoise(terminal, baselines, history))
        .map(found -> found.betweenSessions(learned))
        .orElseGet(learned::forRows);
  }

  private String baseArgument() {
    return lenientBase == null
        ? one(basePosition, baseOption, "BASE", "--baseline")
        : one(basePosition, lenientBase, "BASE", "--baseline-lenient");
  }

  /** With {@code --baseline}, the one position left over is the current result. */
  private String currentArgument() {
    boolean named = baseOption != null || lenientBase != null;
    if (named && currentPosition == null && currentOption == null) {
      String moved = basePosition;
      basePosition = null;
      return one(moved, null, "CURRENT", "--current");
    }
    return one(currentPosition, currentOption, "CURRENT", "--current");
  }

  private String one(String position, String option, String name, String optionName) {
    if ((position == null) == (option == null)) {
      throw new ParameterException(
          spec.commandLine(),
          position == null
              ? name + " is missing: name two results to compare"
              : name + " is given twice, as " + position + " and with " + optionName);
    }
    return position == null ? option : position;
  }
}
