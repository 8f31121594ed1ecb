package io.amorsize.jmh.cli;

import io.amorsize.doctor.HealthReport;
import io.amorsize.host.HostProbe;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.report.DoctorReport;
import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Optimizes, measures and judges the workloads. */
@Command(
    name = "suite",
    description =
        "Plans, measures and judges the standard and custom workloads, compares them with a"
            + " baseline, and leaves a report.",
    footer = {"", "Example: java -jar benchmarks.jar suite --quick --baseline main"})
final class SuiteCommand implements Callable<Integer> {

  private static final String DEFAULT_BASELINE = "main";
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final Terminal terminal;
  private final Supplier<PerformanceSuite> suites;

  @Mixin private DocumentOptions document;
  @Mixin private WorkloadOptions workloads;
  @Mixin private BaselineOptions baselines;
  @Mixin private JudgementOptions judgement;

  @Option(names = "--quick", description = "All standard workloads in at most 90 seconds.")
  private boolean quick;

  @Option(
      names = "--workload",
      paramLabel = "REGEX",
      description = "Only workloads whose whole name matches.")
  private String pattern;

  @Option(
      names = "--baseline",
      paramLabel = "NAME|FILE",
      description = "Compare with this baseline or results file (default: main, if it is there).")
  private String baseline;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "performance_results.json",
      description = {
        "Save the results (default name: performance_results.json); {timestamp}, {date}, {host} and"
            + " {version} in the name are filled in."
      })
  private String save;

  @Option(
      names = "--reports",
      paramLabel = "DIR",
      defaultValue = "reports",
      description = "Folder for what the run leaves behind (default: ${DEFAULT-VALUE}).")
  private Path reports;

  @Option(names = "--no-validation", description = "Plan only, measure nothing.")
  private boolean noValidation;

  @Option(names = "--verbose", description = "Show JMH's own output.")
  private boolean verbose;

  @Option(names = "--dry-run", description = "Show what would run and how long it would take.")
  private boolean dryRun;

  SuiteCommand(Terminal terminal, Supplier<PerformanceSuite> suites) {
    this.terminal = terminal;
    this.suites = suites;
  }

  @Override
  public Integer call() {
    WorkloadCatalog catalog = workloads.catalog();
    List<WorkloadSpec<?, ?>> selected = selected(catalog);
    RunProfile profile = quick ? RunProfile.QUICK : RunProfile.STANDARD;
    if (dryRun) {
      document.write(
          terminal, DryRun.report(selected, profile), () -> DryRun.json(selected, profile));
      return ExitCode.OK.value();
    }
    document.requireWritable();
    if (baseline != null) {
      ComparedSide.find(baseline, baselines).results(Optional.empty());
    }
    LocalDateTime now = LocalDateTime.now(java.time.ZoneId.systemDefault());
    Path folder = freshFolder(now);
    WholeFile.requireWritable(folder.resolve("report.md"));
    Optional<Path> saved = Optional.ofNullable(save).map(name -> SaveName.fill(name, now));
    Map<String, PerformanceResult> results = run(catalog, selected, profile, folder, saved);
    return finish(results, profile, folder, saved);
  }

  private Path freshFolder(LocalDateTime now) {
    Path folder = reports.resolve(now.format(FOLDER));
    for (int again = 2; Files.exists(folder); again++) {
      folder = reports.resolve(now.format(FOLDER) + "-" + again);
    }
    return folder;
  }

  private List<WorkloadSpec<?, ?>> selected(WorkloadCatalog catalog) {
    Pattern wanted = pattern();
    List<WorkloadSpec<?, ?>> selected =
        catalog.all().stream()
            .filter(spec -> wanted.matcher(spec.name()).matches())
            .<WorkloadSpec<?, ?>>map(workloads::limited)
            .toList();
    if (selected.isEmpty()) {
      throw new ResultFormatException(
          "--workload " + pattern + " matches none of " + WorkloadOptions.names(catalog));
    }
    return selected;
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(pattern == null ? ".*" : pattern);
    } catch (PatternSyntaxException e) {
      throw new ResultFormatException(
          "--workload " + pattern + " is not a regular expression: " + e.getDescription(), e);
    }
  }

  private Map<String, PerformanceResult> run(
      WorkloadCatalog catalog,
      List<WorkloadSpec<?, ?>> selected,
      RunProfile profile,
      Path folder,
      Optional<Path> saved) {
    SuiteOptions.Builder options =
        SuiteOptions.builder()
            .catalog(catalog)
            .workloads(selected)
            .profile(profile)
            .seed(workloads.seed())
            .runValidation(!noValidation)
            .runFolder(folder);
    workloads.jar().ifPresent(options::workloadsJar);
    workloads.jvmArgs().ifPresent(options::jvmArgs);
    saved.ifPresent(options::resultsPath);
    if (verbose) {
      options.verbose(terminal.err());
    }
    PerformanceSuite suite = suites.get();
    if (!document.isQuiet()) {
      HealthReport health = suite.health(options.build());
      terminal.err().print(DoctorReport.brief(health, terminal.width()));
    }
    if (!document.showsProgress(terminal) || verbose) {
      return suite.run(options.build());
    }
    int forks = selected.size() * 2 * profile.pairs();
    try (SuiteProgress progress = new SuiteProgress(terminal, forks)) {
      SuiteListener listener = progress;
      return suite.run(options.listener(listener).build());
    }
  }

  private int finish(
      Map<String, PerformanceResult> results,
      RunProfile profile,
      Path folder,
      Optional<Path> saved) {
    Optional<ResultsArgument> base = baseline(results);
    Optional<PerformanceComparison> comparison =
        base.map(side -> judgement.compare(side.results(), results));
    Map<String, PerformanceResult> judged =
        comparison.map(found -> Regressions.mark(results, found)).orElse(results);
    String next =
        base.isEmpty()
            ? "Next: keep this as the baseline with 'baseline save "
                + DEFAULT_BASELINE
                + " "
                + folder
                + "'."
            : "Next: the details are in " + folder.resolve("report.md") + ".";
    Report report =
        SuiteReport.of(judged.values(), settings(profile), comparison, comparedWith(base), next);
    WholeFile.write(folder.resolve("report.md"), new MarkdownFormat().write(report));
    String json = PerformanceResultJson.write(judged.values());
    WholeFile.write(folder.resolve("performance_results.json"), json);
    saved.ifPresent(file -> WholeFile.write(file, json));
    document.write(terminal, report, () -> json);
    return judgement.exitCode(judged.values(), comparison, base.isEmpty()).value();
  }

  private Optional<ResultsArgument> baseline(Map<String, PerformanceResult> results) {
    String wanted = baseline == null ? DEFAULT_BASELINE : baseline;
    if (baseline == null && baselines.store().find(DEFAULT_BASELINE).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ComparedSide.find(wanted, baselines).results(ResultsArgument.environment(results)));
  }

  private String comparedWith(Optional<ResultsArgument> base) {
    return base.map(side -> "Compared with " + side.label())
        .orElse(
            "Nothing was compared: there is no baseline '"
                + DEFAULT_BASELINE
                + "' in "
                + baselines.folder());
  }

  private static String settings(RunProfile profile) {
    HostProfile host = HostProbe.current();
    return host.cpuModel()
        + ", "
        + host.availableProcessors()
        + " cores, JDK "
        + host.jdkFeature()
        + " ("
        + host.jdkVendor()
        + "); "
        + profile.pairs()
        + " pairs of forks, "
        + profile.measurementIterations()
        + " x "
        + Duration.ofMillis(100).toMillis()
        + " ms each";
  }
}
