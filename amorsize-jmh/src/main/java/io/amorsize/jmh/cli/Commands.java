package io.amorsize.jmh.cli;

import io.amorsize.doctor.Doctor;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.PlantedRuns;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands by name. Each is made when it is asked for: to make them all takes as long as to
 * judge a small suite.
 */
final class Commands {

  static final String SUITE = "suite";

  private final Terminal terminal;
  private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();
  private final Map<String, CommandLine> alone = new HashMap<>();

  Commands(Terminal terminal, Supplier<PerformanceSuite> suites, ForkSource forks) {
    this.terminal = terminal;
    makers.put(SUITE, () -> new SuiteCommand(terminal, suites));
    makers.put("compare", () -> new CompareCommand(terminal));
    makers.put("merge", () -> new MergeCommand(terminal));
    makers.put("report", () -> new ReportCommand(terminal, PageViewer.ofSystem()));
    makers.put("optimize", () -> new OptimizeCommand(terminal));
    makers.put("validate", () -> new ValidateCommand(terminal, suites));
    makers.put(AbCommand.NAME, () -> new AbCommand(terminal, forks));
    makers.put(ConfirmCommand.NAME, () -> new ConfirmCommand(terminal, forks));
    makers.put(
        "doctor", () -> new DoctorCommand(terminal, depth -> Doctor.ofThisJvm().examine(depth)));
    makers.put("steady", () -> new SteadyCommand(terminal));
    makers.put(CalibrateCommand.NAME, () -> new CalibrateCommand(terminal, forks));
    makers.put("self-test", () -> new SelfTestCommand(terminal, PlantedRuns::real));
    makers.put("evaluate", () -> evaluate(terminal));
    makers.put(HistoryCommand.NAME, () -> HistoryCommand.line(terminal, InstantSource.system()));
    makers.put(
        BaselineCommand.NAME,
        () -> BaselineCommand.line(terminal, Clock.system(ZoneId.systemDefault())));
    makers.put(
        NightlyCommand.NAME, () -> new NightlyCommand(terminal, NightTools.real(suites, forks)));
  }

  private static CommandLine evaluate(Terminal terminal) {
    return new CommandLine(new EvaluateCommand())
        .addSubcommand("rule", new EvaluateRuleCommand(terminal))
        .addSubcommand("sequential", new EvaluateSequentialCommand(terminal))
        .addSubcommand("nightly", new EvaluateNightlyCommand(terminal))
        .addSubcommand("trends", new EvaluateTrendsCommand(terminal))
        .addSubcommand("history", new EvaluateHistoryCommand(terminal))
        .addSubcommand("steady", new EvaluateSteadyCommand(terminal))
        .addSubcommand("optimizer", new EvaluateOptimizerCommand(terminal))
        .addSubcommand("speed", new EvaluateSpeedCommand(terminal))
        .addSubcommand("null-table", new EvaluateNullTableCommand(terminal));
  }

  Terminal terminal() {
    return terminal;
  }

  boolean has(String name) {
    return makers.containsKey(name);
  }

  /** The program with all commands. */
  CommandLine all() {
    CommandLine program = program();
    makers.forEach((name, maker) -> program.addSubcommand(name, maker.get()));
    return program;
  }

  /** The program with one command, which reads its own arguments as beside all others. */
  CommandLine only(String name) {
    return alone.computeIfAbsent(
        name, asked -> program().addSubcommand(asked, makers.get(asked).get()));
  }

  private static CommandLine program() {
    CommandLine program = new CommandLine(new AmorsizeCommand());
    program
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
    return program;
  }
}
