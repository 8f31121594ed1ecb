package io.amorsize.jmh.cli;

import io.amorsize.jmh.report.OptimizationReport;
import io.amorsize.jmh.runner.ForkedPlanner;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.JsonFile;
import io.amorsize.result.OptimizationJson;
import io.amorsize.workload.WorkloadSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plans a workload and explains the plan. */
@Command(
    name = "optimize",
    description = "Plans a workload and explains the plan.",
    footer = {"", "Example: java -jar benchmarks.jar optimize cpu_intensive"})
final class OptimizeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private WorkloadOptions workloads;

  @Parameters(index = "0", paramLabel = "WORKLOAD", description = "The workload's name.")
  private String name;

  OptimizeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    WorkloadSpec<?, ?> spec = workloads.find(workloads.catalog(), name);
    OptimizationResult plan =
        new ForkedPlanner(
                workloads.seed(),
                RunProfile.STANDARD,
                workloads.jvmArgs(),
                workloads.jar(),
                terminal.err())
            .plan(spec);
    document.write(terminal, OptimizationReport.of(spec, plan), () -> json(plan));
    return ExitCode.OK.value();
  }

  private static String json(OptimizationResult plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", "amorsize.optimization/1");
    json.putAll(OptimizationJson.plain(plan));
    return JsonFile.text(json);
  }
}
