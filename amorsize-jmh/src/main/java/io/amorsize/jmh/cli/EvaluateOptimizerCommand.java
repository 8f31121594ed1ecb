package io.amorsize.jmh.cli;

import io.amorsize.jmh.contest.BusyCores;
import io.amorsize.jmh.contest.Contest;
import io.amorsize.jmh.contest.ContestReport;
import io.amorsize.jmh.contest.ContestResult;
import io.amorsize.jmh.contest.ContestSettings;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.ReportJson;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Races the optimizer's plans against a grid and against what people write by hand. */
@Command(
    name = "optimizer",
    description =
        "Races the optimizer's plans, on this machine, against a grid of plans, a loop, parallel"
            + " streams, pools and virtual threads.",
    footer = {"", "Example: java -jar benchmarks.jar evaluate optimizer --seed 7"})
final class EvaluateOptimizerCommand implements Callable<Integer> {

  private static final Duration RACE = Duration.ofMillis(2500);
  private static final Duration QUICK_RACE = Duration.ofMillis(700);
  private static final int COLD_PAIRS = 7;

  private final Terminal terminal;

  @Mixin private DocumentOptions document;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of data, sizes and orders (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quick", description = "Short races, and no cold passes.")
  private boolean quick;

  @Option(
      names = "--busy",
      paramLabel = "N",
      defaultValue = "0",
      description = "Keep N cores busy by other processes meanwhile.")
  private int busy;

  @Option(names = "--workload", paramLabel = "NAME", description = "Only this workload.")
  private String workload;

  EvaluateOptimizerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    document.requireWritable();
    if (workload != null && !Contest.workloads().contains(workload)) {
      throw new ResultFormatException(
          "there is no workload '" + workload + "'; there are " + Contest.workloads());
    }
    try (BusyCores neighbours = new BusyCores(busy)) {
      String setting = setting(neighbours.count());
      Report report = ContestReport.of(race(), setting, seed);
      document.write(terminal, report, () -> ReportJson.write("amorsize.contest/1", report));
    }
    return ExitCode.OK.value();
  }

  private List<ContestResult> race() {
    try (EvaluationBar bar = EvaluationBar.of("optimizer", terminal, document)) {
      ContestSettings settings =
          new ContestSettings(
              seed,
              quick ? QUICK_RACE : RACE,
              quick ? 0 : COLD_PAIRS,
              Optional.ofNullable(workload),
              bar);
      return new Contest(settings).run();
    }
  }

  private String setting(int busyCores) {
    String remark = busyCores == 0 ? "" : ", " + busyCores + " kept busy by another process";
    return ThisMachine.sentence(remark, seed);
  }
}
