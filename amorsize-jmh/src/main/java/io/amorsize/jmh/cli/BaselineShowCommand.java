package io.amorsize.jmh.cli;

import io.amorsize.history.KeptJar;
import io.amorsize.jmh.page.SuitePage;
import io.amorsize.jmh.report.BaselineReport;
import io.amorsize.jmh.report.KeptJarText;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import java.util.Collection;
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
  @Mixin private LimitOptions limits;

  @Parameters(index = "0", paramLabel = "NAME", description = "The baseline's name or folder.")
  private String name;

  BaselineShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ComparedSide side = ComparedSide.find(name, baselines, limits.limits());
    if (side.kinds().contains(ComparedSide.Kind.WORKLOADS)) {
      showWorkloads(side.results(Optional.empty()), side.jar());
    } else {
      showRows(side.rows(Optional.empty()), side.jar());
    }
    return ExitCode.OK.value();
  }

  private void showRows(BenchmarkRun run, Optional<KeptJar> jar) {
    document.write(
        terminal, withJar(BaselineReport.rows(run), jar), () -> BaselineReport.rowsJson(run, jar));
  }

  private static Report withJar(Report report, Optional<KeptJar> jar) {
    return jar.map(kept -> KeptJarText.inFrontOf(report, kept)).orElse(report);
  }

  private void showWorkloads(ResultsArgument side, Optional<KeptJar> jar) {
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
    Report report =
        SuiteReport.of(
            side.results().values(),
            settings,
            Optional.empty(),
            "Baseline " + side.label(),
            "Next: compare with 'suite --baseline " + name + "'.");
    Report whole = withJar(report, jar);
    document.write(
        terminal,
        Document.of(whole, () -> PerformanceResultJson.write(withJar(side.results().values(), jar)))
            .withPage(() -> SuitePage.write(whole, side.results().values())));
  }

  /** A results file has workloads alone at its top, so that the jar goes into their metadata. */
  private static Collection<PerformanceResult> withJar(
      Collection<PerformanceResult> results, Optional<KeptJar> jar) {
    return jar.<Collection<PerformanceResult>>map(
            kept ->
                results.stream()
                    .map(result -> result.withMetadata("baseline_jar", KeptJarText.json(kept)))
                    .toList())
        .orElse(results);
  }
}
