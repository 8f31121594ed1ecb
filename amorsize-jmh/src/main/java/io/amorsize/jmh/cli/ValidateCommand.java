package io.amorsize.jmh.cli;

import io.amorsize.jmh.page.SuitePage;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.Section.Paragraph;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.BenchmarkResult;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a workload's predicted speedup against the measured one. */
@Command(
    name = "validate",
    description = "Holds a workload's predicted speedup against the measured one, in forks.",
    footer = {"", "Example: java -jar benchmarks.jar validate cpu_intensive --quick"})
final class ValidateCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final Supplier<PerformanceSuite> suites;

  @Mixin private DocumentOptions document;
  @Mixin private WorkloadOptions workloads;

  @Option(
      names = "--quick",
      description = "Three pairs of short forks instead of five longer ones.")
  private boolean quick;

  @Option(
      names = "--in-process",
      description =
          "Plan and measure in this JVM, without forks: quicker, and blind to how JVMs differ.")
  private boolean inProcess;

  @Parameters(index = "0", paramLabel = "WORKLOAD", description = "The workload's name.")
  private String name;

  ValidateCommand(Terminal terminal, Supplier<PerformanceSuite> suites) {
    this.terminal = terminal;
    this.suites = suites;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    if (inProcess && workloads.jvmArgs().isPresent()) {
      throw new ResultFormatException(
          "--jvm-args is for forks, and --in-process makes none: give them to java itself");
    }
    WorkloadCatalog catalog = workloads.catalog();
    WorkloadSpec<?, ?> spec = workloads.find(catalog, name);
    SuiteOptions.Builder options =
        SuiteOptions.builder()
            .catalog(catalog)
            .workloads(List.of(spec))
            .inProcess(inProcess)
            .validateMaxItems(spec.dataSize())
            .profile(quick ? RunProfile.QUICK : RunProfile.STANDARD)
            .seed(workloads.seed());
    workloads.jar().ifPresent(options::workloadsJar);
    workloads.jvmArgs().ifPresent(options::jvmArgs);
    PerformanceResult result = measured(spec, options);
    List<PerformanceResult> results = List.of(result);
    Report report = report(spec, result);
    document.write(
        terminal,
        Document.of(report, () -> PerformanceResultJson.write(results))
            .withPage(() -> SuitePage.write(report, results)));
    boolean runFailed = result.metadata().containsKey("error");
    return ExitCode.of(runFailed, !result.passed(), false).value();
  }

  private PerformanceResult measured(WorkloadSpec<?, ?> spec, SuiteOptions.Builder options) {
    SuiteOptions silent = options.build();
    if (inProcess || !document.showsProgress(terminal)) {
      return suites.get().runBenchmark(spec, silent);
    }
    int forks = 2 * silent.profile().pairs();
    try (SuiteProgress progress = new SuiteProgress(terminal, "validate", forks)) {
      SuiteListener listener = progress;
      return suites.get().runBenchmark(spec, options.listener(listener).build());
    }
  }

  private Report report(WorkloadSpec<?, ?> spec, PerformanceResult result) {
    Report report =
        SuiteReport.of(
            List.of(result),
            spec.description(),
            Optional.empty(),
            "Nothing was compared: validate looks at one run alone",
            "Next: 'optimize " + name + "' explains the prediction.");
    return inProcess ? report.with(advice(result)) : report;
  }

  private static List<Section> advice(PerformanceResult result) {
    return result.benchmarkResult().stream()
        .map(BenchmarkResult::recommendations)
        .<Section>map(
            sentences -> new Section.Notes("", sentences.stream().map(Paragraph::of).toList()))
        .toList();
  }
}
