package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.BaselineReport;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResultJson;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a baseline. */
@Command(
    name = "show",
    description = "Shows a baseline's workloads.",
    footer = {"", "Example: java -jar benchmarks.jar baseline show main"})
final class BaselineShowCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private BaselineOptions baselines;

  @Parameters(index = "0", paramLabel = "NAME", description = "The baseline's name or folder.")
  private String name;

  BaselineShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ComparedSide side = ComparedSide.find(name, baselines);
    if (side.kinds().contains(ComparedSide.Kind.WORKLOADS)) {
      showWorkloads(side.results(Optional.empty()));
    } else {
      showRows(side.rows(Optional.empty()));
    }
    return ExitCode.OK.value();
  }

  private void showRows(BenchmarkRun run) {
    Report report = BaselineReport.rows(run);
    document.write(terminal, report, () -> ReportJson.write("amorsize.baseline-rows/1", report));
  }

  private void showWorkloads(ResultsArgument side) {
    String settings =
        side.environment()
            .map(
                environment ->
                    environment.cpuModel()
                        + ", "
                        + environment.cores()
                        + " cores, JDK "
                        + environment.jdkFeature()
                        + " ("
                        + environment.jdkVendor()
                        + ")")
            .orElse("measured on an unknown machine");
    document.write(
        terminal,
        SuiteReport.of(
            side.results().values(),
            settings,
            Optional.empty(),
            "Baseline " + side.label() + ".",
            "Next: compare with 'suite --baseline " + name + "'."),
        () -> PerformanceResultJson.write(side.results().values()));
  }
}
