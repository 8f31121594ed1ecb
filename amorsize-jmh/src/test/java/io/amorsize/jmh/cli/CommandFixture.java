package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.jmh.runner.PerformanceSuite;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** Runs the program in this JVM and keeps what it says. */
final class CommandFixture {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int exitCode;

  static CommandFixture run(Object... arguments) {
    return run(
        () -> {
          throw new AssertionError("nothing should be measured");
        },
        arguments);
  }

  static CommandFixture run(Supplier<PerformanceSuite> suites, Object... arguments) {
    CommandFixture fixture = new CommandFixture();
    Terminal terminal =
        new Terminal(
            new PrintStream(fixture.out, true, StandardCharsets.UTF_8),
            new PrintStream(fixture.err, true, StandardCharsets.UTF_8),
            false,
            80,
            Map.of());
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    fixture.exitCode = Main.run(terminal, suites, texts);
    return fixture;
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
