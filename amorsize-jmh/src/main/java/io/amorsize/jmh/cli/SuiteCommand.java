package io.amorsize.jmh.cli;

import io.amorsize.doctor.HealthReport;
import io.amorsize.history.NewEntry;
import io.amorsize.host.HostProbe;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.page.SuitePage;
import io.amorsize.jmh.report.DoctorReport;
import io.amorsize.jmh.report.MarkdownFormat;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.jmh.runner.TimedFolder;
import io.amorsize.jmh.shard.ShardFile;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.WholeFile;
import io.amorsize.verdict.PerformanceComparison;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

  private final Terminal terminal;
  private final Supplier<PerformanceSuite> suites;

  @Mixin private DocumentOptions document;
  @Mixin private SuiteSelection suite;
  @Mixin private BaselineOptions baselines;
  @Mixin private SuiteBaseline baseline;
  @Mixin private SaveBaseline saveBaseline;
  @Mixin private ShardOptions shards;
  @Mixin private JudgementOptions judgement;

  @Option(names = "--quick", description = "All standard workloads in at most 90 seconds.")
  private boolean quick;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = RunFiles.RESULTS,
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
    WorkloadCatalog catalog = suite.workloads().catalog();
    RunProfile profile = quick ? RunProfile.QUICK : RunProfile.STANDARD;
    List<WorkloadSpec<?, ?>> whole = suite.of(catalog);
    Optional<ShardFile> shard = shards.of(whole, profile, terminal);
    List<WorkloadSpec<?, ?>> selected = part(whole, shard);
    if (dryRun) {
      document.write(
          terminal, DryRun.report(selected, profile), () -> DryRun.json(selected, profile));
      return ExitCode.OK.value();
    }
    document.requireWritable();
    saveBaseline.requireName();
    if (shards.isGiven() && saveBaseline.isGiven()) {
      throw new ResultFormatException(
          "--save-baseline saves whole runs and --shard measures a part; join the parts with"
              + " 'merge' and save them with 'baseline save'");
    }
    baseline.requireUsable(baselines);
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    Path folder = TimedFolder.fresh(reports, "", now);
    WholeFile.requireWritable(folder.resolve("report.md"));
    shard.ifPresent(part -> part.write(folder));
    Optional<Path> saved = Optional.ofNullable(save).map(name -> SaveName.fill(name, now));
    Map<String, PerformanceResult> results = run(catalog, selected, profile, folder, saved);
    return finish(results, profile, folder, saved);
  }

  private static List<WorkloadSpec<?, ?>> part(
      List<WorkloadSpec<?, ?>> whole, Optional<ShardFile> shard) {
    return shard
        .map(part -> part.split().of(part.shard()))
        .<List<WorkloadSpec<?, ?>>>map(
            own -> whole.stream().filter(spec -> own.contains(spec.name())).toList())
        .orElse(whole);
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
            .seed(suite.workloads().seed())
            .runValidation(!noValidation)
            .runFolder(folder);
    suite.workloads().jar().ifPresent(options::workloadsJar);
    suite.workloads().jvmArgs().ifPresent(options::jvmArgs);
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
    try (SuiteProgress progress = new SuiteProgress(terminal, "suite", forks)) {
      return suite.run(options.listener(progress).build());
    }
  }

  private int finish(
      Map<String, PerformanceResult> results,
      RunProfile profile,
      Path folder,
      Optional<Path> saved) {
    Optional<ResultsArgument> base =
        baseline
            .find(results, baselines)
            .map(side -> shards.isGiven() ? side.only(results.keySet()) : side);
    Optional<PerformanceComparison> comparison =
        base.map(side -> judgement.compare(side.results(), results));
    Map<String, PerformanceResult> judged =
        comparison.map(found -> Regressions.mark(results, found)).orElse(results);
    Report report =
        SuiteReport.of(
            judged.values(),
            settings(profile),
            comparison,
            baseline.comparedWith(base, baselines),
            base.isEmpty() && !saveBaseline.isGiven()
                ? baseline.next(folder)
                : "Next: the details are in " + folder.resolve("report.md") + ".");
    WholeFile.write(folder.resolve("report.md"), new MarkdownFormat().write(report));
    String page = SuitePage.write(report, judged.values());
    WholeFile.write(folder.resolve("report.html"), page);
    String json = PerformanceResultJson.write(judged.values());
    WholeFile.write(folder.resolve(RunFiles.RESULTS), json);
    saved.ifPresent(file -> WholeFile.write(file, json));
    document.write(terminal, Document.of(report, () -> json).withPage(() -> page));
    if (saveBaseline.isGiven()) {
      saveBaseline(folder);
    }
    return judgement.exitCode(judged.values(), comparison, base.isEmpty()).value();
  }

  private void saveBaseline(Path folder) {
    BaselineRun run = BaselineRun.read(folder, ReadLimits.DEFAULT);
    NewEntry entry =
        run.entry(Instant.now())
            .withJar(run.isOfSuite() ? BenchmarkJar.holding(Main.class) : Optional.empty())
            .withWorkloadsJar(suite.workloads().jar());
    saveBaseline.save(entry, folder, run.what(), baselines, terminal);
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
        + profile.iterations()
        + " x "
        + RunProfile.ITERATION.toMillis()
        + " ms each, the warm-up among them";
  }
}
