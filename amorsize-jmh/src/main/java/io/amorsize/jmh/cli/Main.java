package io.amorsize.jmh.cli;

import io.amorsize.jmh.build.BuildFailedException;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarProcesses;
import io.amorsize.jmh.report.TerminalText;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.jmh.runner.JmhMain;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.result.ResultFormatException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
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

  private static final String SUITE = Commands.SUITE;
  private static final String JMH = "jmh";

  private Main() {}

  /** Runs the program and ends the JVM with its exit code. */
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args);
    Commands commands = ofProcess();
    if (isForJmh(commands, arguments)) {
      boolean forced = !arguments.isEmpty() && arguments.get(0).equals(JMH);
      JmhMain.run(forced ? Arrays.copyOfRange(args, 1, args.length) : args);
      return;
    }
    System.exit(execute(commands, args));
  }

  /** Whether arguments go to JMH. */
  static boolean isForJmh(List<String> arguments) {
    return isForJmh(ofProcess(), arguments);
  }

  private static Commands ofProcess() {
    return new Commands(Terminal.ofProcess(), PerformanceSuite::new, Main::processes);
  }

  private static boolean isForJmh(Commands commands, List<String> arguments) {
    if (arguments.isEmpty()) {
      return false;
    }
    String first = arguments.get(0);
    if (first.equals(JMH)) {
      return true;
    }
    return !commands.has(first)
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
    return execute(new Commands(terminal, suites, forks), args);
  }

  /** Runs {@code history} at a time that a test says. */
  static int runHistory(Terminal terminal, InstantSource clock, String... args) {
    return prepared(HistoryCommand.line(terminal, clock), terminal).execute(args);
  }

  private static int execute(Commands commands, String... args) {
    if (args.length == 0 || isLongOptionOfSuite(commands, args[0])) {
      return prepared(commands.only(SUITE), commands.terminal()).execute(withSuite(args));
    }
    CommandLine line = commands.has(args[0]) ? commands.only(args[0]) : commands.all();
    return prepared(line, commands.terminal()).execute(args);
  }

  private static String[] withSuite(String[] args) {
    String[] all = new String[args.length + 1];
    all[0] = SUITE;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  private static boolean isLongOptionOfSuite(Commands commands, String argument) {
    String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    return name.startsWith("--")
        && !name.equals("--help")
        && !name.equals("--version")
        && commands
            .only(SUITE)
            .getSubcommands()
            .get(SUITE)
            .getCommandSpec()
            .optionsMap()
            .containsKey(name);
  }

  /** All commands, with their options. */
  static CommandLine commandLine(
      Terminal terminal, Supplier<PerformanceSuite> suites, ForkSource forks) {
    return prepared(new Commands(terminal, suites, forks).all(), terminal);
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
