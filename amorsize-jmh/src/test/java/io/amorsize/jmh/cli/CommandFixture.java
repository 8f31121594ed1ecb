package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.doctor.Depth;
import io.amorsize.doctor.HealthReport;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.PlantedRuns;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Runs the program in this JVM and keeps what it says. */
final class CommandFixture {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int exitCode;

  static CommandFixture run(Object... arguments) {
    return runIn(Map.of(), arguments);
  }

  static CommandFixture run(Supplier<PerformanceSuite> suites, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    fixture.exitCode = Main.run(fixture.terminal(Map.of()), suites, texts(arguments));
    return fixture;
  }

  /** Runs the program in an environment with these variables. */
  static CommandFixture runIn(Map<String, String> variables, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    fixture.exitCode =
        Main.run(
            fixture.terminal(variables),
            () -> {
              throw new AssertionError("nothing should be measured");
            },
            texts(arguments));
    return fixture;
  }

  /** Runs a session of two jars whose forks a test makes up. */
  static CommandFixture session(JarForks forks, Object... arguments) {
    return sessionIn(Map.of(), forks, arguments);
  }

  /** The same in an environment with these variables. */
  static CommandFixture sessionIn(
      Map<String, String> variables, JarForks forks, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    fixture.exitCode =
        Main.run(
            fixture.terminal(variables),
            () -> {
              throw new AssertionError("no workload should be measured");
            },
            (log, work) -> forks,
            texts(arguments));
    return fixture;
  }

  /** Runs the self-test on runs that a test invents. */
  static CommandFixture selfTest(Function<PrintStream, PlantedRuns> runs, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    SelfTestCommand command = new SelfTestCommand(fixture.terminal(Map.of()), runs);
    fixture.exitCode = new CommandLine(command).execute(texts(arguments));
    return fixture;
  }

  /** Asks a doctor that a test invents. */
  static CommandFixture doctor(Function<Depth, HealthReport> doctor, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    DoctorCommand command = new DoctorCommand(fixture.terminal(Map.of()), doctor);
    fixture.exitCode = new CommandLine(command).execute(texts(arguments));
    return fixture;
  }

  /** Saves a baseline with a program that runs from a jar. */
  static CommandFixture baselineSave(Path programJar, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    BaselineSaveCommand command =
        new BaselineSaveCommand(fixture.terminal(Map.of()), Optional.of(programJar));
    fixture.exitCode = new CommandLine(command).execute(texts(arguments));
    return fixture;
  }

  /** Runs a night with these tools in an environment with these variables. */
  static CommandFixture nightly(
      NightTools tools, Map<String, String> variables, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    Terminal terminal = fixture.terminal(variables);
    fixture.execute(new CommandLine(new NightlyCommand(terminal, tools)), terminal, arguments);
    return fixture;
  }

  /** Runs a command that a test makes, as the program would. */
  static CommandFixture line(Function<Terminal, CommandLine> made, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    Terminal terminal = fixture.terminal(Map.of());
    fixture.execute(made.apply(terminal), terminal, arguments);
    return fixture;
  }

  private void execute(CommandLine line, Terminal terminal, Object... arguments) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, args) -> Main.usage(terminal, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> Main.failed(terminal, e));
    exitCode = line.execute(texts(arguments));
  }

  private Terminal terminal(Map<String, String> variables) {
    return new Terminal(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Terminal.Watched.NONE,
        80,
        variables);
  }

  private static String[] texts(Object... arguments) {
    return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The document as if the terminal were endlessly wide. */
  String outInOneLine() {
    return out().replaceAll("\\s+", " ");
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  CommandFixture exits(ExitCode expected) {
    assertThat(exitCode).as(err()).isEqualTo(expected.value());
    return this;
  }

  /** Checks for exit code 2 and one sentence on standard error, nothing on standard output. */
  void refusesWith(String part) {
    exits(ExitCode.USAGE);
    assertThat(err().strip()).contains(part).doesNotContain("\n").doesNotContain("\tat ");
    assertThat(out()).isEmpty();
  }
}
