package io.amorsize.jmh.cli;

import io.amorsize.doctor.Doctor;
import io.amorsize.jmh.build.BuildFailedException;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarProcesses;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.jmh.runner.JmhMain;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.PlantedRuns;
import io.amorsize.result.ResultFormatException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The program. A first argument that is a command's name, {@code --help} or {@code --version} is
 * ours; no argument, or a long option of {@code suite}, means {@code suite}; anything else goes to
 * JMH as it is.
 */
public final class Main {

  private static final String SUITE = "suite";
  private static final String JMH = "jmh";

  private Main() {}

  /** Runs the program and ends the JVM with its exit code. */
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args);
    // Made once: it takes a tenth of a second.
    CommandLine commands =
        commandLine(Terminal.ofProcess(), PerformanceSuite::new, Main::processes);
    if (isForJmh(commands, arguments)) {
      boolean forced = !arguments.isEmpty() && arguments.get(0).equals(JMH);
      JmhMain.run(forced ? Arrays.copyOfRange(args, 1, args.length) : args);
      return;
    }
    System.exit(execute(commands, args));
  }

  /** Whether arguments go to JMH. */
  static boolean isForJmh(List<String> arguments) {
    return isForJmh(
        commandLine(Terminal.ofProcess(), PerformanceSuite::new, Main::processes), arguments);
  }

  private static boolean isForJmh(CommandLine commands, List<String> arguments) {
    if (arguments.isEmpty()) {
      return false;
    }
    String first = arguments.get(0);
    if (first.equals(JMH)) {
      return true;
    }
    return !commands.getSubcommands().containsKey(first)
        && !first.equals("--help")
        && !first.equals("--version")
        && !isLongOptionOfSuite(commands, first);
  }

  /**
   * Runs one of our commands and returns its exit code.
   *
   * @param terminal where the command writes
   * @param suites makes what measures workloads; tests give one on recorded forks
   * @param args the arguments
   */
  static int run(Terminal terminal, Supplier<PerformanceSuite> suites, String... args) {
    return run(terminal, suites, Main::processes, args);
  }

  /**
   * Runs one of our commands and returns its exit code.
   *
   * @param forks makes what runs the forks of two jars; tests give one that makes results up
   */
  static int run(
      Terminal terminal, Supplier<PerformanceSuite> suites, ForkSource forks, String... args) {
    return execute(commandLine(terminal, suites, forks), args);
  }

  /** Runs {@code history} at a time that a test says. */
  static int runHistory(Terminal terminal, InstantSource clock, String... args) {
    return prepared(HistoryCommand.line(terminal, clock), terminal).execute(args);
  }

  private static int execute(CommandLine commands, String... args) {
    boolean implied = args.length == 0 || isLongOptionOfSuite(commands, args[0]);
    return implied ? commands.execute(withSuite(args)) : commands.execute(args);
  }

  private static String[] withSuite(String[] args) {
    String[] all = new String[args.length + 1];
    all[0] = SUITE;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  private static boolean isLongOptionOfSuite(CommandLine commands, String argument) {
    String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    return name.startsWith("--")
        && !name.equals("--help")
        && !name.equals("--version")
        && commands.getSubcommands().get(SUITE).getCommandSpec().optionsMap().containsKey(name);
  }

  /** All commands, with their options. */
  static CommandLine commandLine(
      Terminal terminal, Supplier<PerformanceSuite> suites, ForkSource forks) {
    CommandLine commands =
        new CommandLine(new AmorsizeCommand())
            .addSubcommand(SUITE, new SuiteCommand(terminal, suites))
            .addSubcommand("compare", new CompareCommand(terminal))
            .addSubcommand("merge", new MergeCommand(terminal))
            .addSubcommand("report", new ReportCommand(terminal, PageViewer.ofSystem()))
            .addSubcommand("optimize", new OptimizeCommand(terminal))
            .addSubcommand("validate", new ValidateCommand(terminal, suites))
            .addSubcommand(AbCommand.NAME, new AbCommand(terminal, forks))
            .addSubcommand(ConfirmCommand.NAME, new ConfirmCommand(terminal, forks))
            .addSubcommand(
                "doctor", new DoctorCommand(terminal, depth -> Doctor.ofThisJvm().examine(depth)))
            .addSubcommand("steady", new SteadyCommand(terminal))
            .addSubcommand(CalibrateCommand.NAME, new CalibrateCommand(terminal, forks))
            .addSubcommand("self-test", new SelfTestCommand(terminal, PlantedRuns::real))
            .addSubcommand(
                "evaluate",
                new CommandLine(new EvaluateCommand())
                    .addSubcommand("rule", new EvaluateRuleCommand(terminal))
                    .addSubcommand("sequential", new EvaluateSequentialCommand(terminal))
                    .addSubcommand("nightly", new EvaluateNightlyCommand(terminal))
                    .addSubcommand("trends", new EvaluateTrendsCommand(terminal))
                    .addSubcommand("history", new EvaluateHistoryCommand(terminal))
                    .addSubcommand("steady", new EvaluateSteadyCommand(terminal))
                    .addSubcommand("optimizer", new EvaluateOptimizerCommand(terminal))
                    .addSubcommand("null-table", new EvaluateNullTableCommand(terminal)))
            .addSubcommand(
                HistoryCommand.NAME, HistoryCommand.line(terminal, InstantSource.system()))
            .addSubcommand(
                BaselineCommand.NAME,
                BaselineCommand.line(terminal, Clock.system(ZoneId.systemDefault())))
            .addSubcommand(
                NightlyCommand.NAME, new NightlyCommand(terminal, NightTools.real(suites, forks)));
    commands
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
    return prepared(commands, terminal);
  }

  /** What all commands have alike. */
  private static CommandLine prepared(CommandLine commands, Terminal terminal) {
    addHelp(commands);
    commands.setOut(writer(terminal.out()));
    commands.setErr(writer(terminal.err()));
    commands.setUsageHelpWidth(terminal.width());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler((e, args) -> usage(terminal, e));
    commands.setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
    return commands;
  }

  /** Processes of JMH; what a killed session left running ends first. */
  private static JarForks processes(PrintStream log, Path work) {
    JarProcesses processes = new JarProcesses(log, work);
    if (processes.killLeftOver()) {
      log.println("# a fork that a killed session left running was ended");
    }
    return processes;
  }

  /** Gives every command {@code --help}; {@code -h} stays JMH's. */
  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("--help").usageHelp(true).description("Shows this help.").build());
    command.getSubcommands().values().forEach(Main::addHelp);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  static int usage(Terminal terminal, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String message = e.getMessage().lines().findFirst().orElse("wrong arguments");
    terminal.say(command + ": " + message + " (" + command + " --help shows what there is)");
    return ExitCode.USAGE.value();
  }

  static int failed(Terminal terminal, Exception e) {
    if (e instanceof ResultFormatException) {
      terminal.say("amorsize: " + e.getMessage());
      return ExitCode.USAGE.value();
    }
    if (e instanceof BenchmarkFailedException) {
      terminal.say("amorsize: " + e.getMessage());
      return ExitCode.RUN_FAILED.value();
    }
    if (e instanceof BuildFailedException build) {
      terminal.say("amorsize: " + e.getMessage());
      build.lastLines().forEach(line -> terminal.say("  " + line));
      return ExitCode.RUN_FAILED.value();
    }
    terminal
        .err()
        .println("amorsize: a fault in this program: " + TerminalText.clean(e.toString()));
    e.printStackTrace(terminal.err());
    return ExitCode.RUN_FAILED.value();
  }
}
