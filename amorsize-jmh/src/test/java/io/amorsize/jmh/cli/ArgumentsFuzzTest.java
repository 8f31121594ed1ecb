package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Whatever stands on the command line is understood or refused in a sentence; nothing is run. */
class ArgumentsFuzzTest {

  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
  private static final Terminal TERMINAL = terminal();

  /** Made once: to make all commands takes as long as hundreds of readings. */
  private static final CommandLine COMMANDS =
      Main.commandLine(
          TERMINAL,
          () -> {
            throw new BenchmarkFailedException("no suite here");
          },
          (log, work) -> {
            throw new BenchmarkFailedException("no forks here");
          });

  private static Terminal terminal() {
    PrintStream stream = new PrintStream(SAID, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, Terminal.Watched.NONE, 80, Map.of());
  }

  @FuzzTest(maxDuration = "10m")
  void arguments(byte[] bytes) {
    String[] arguments = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    // An argument that names a file of arguments would have it read.
    if (String.join("\n", arguments).contains("@")) {
      return;
    }
    SAID.reset();
    try {
      COMMANDS.parseArgs(arguments);
    } catch (ParameterException e) {
      assertThat(Main.usage(TERMINAL, e)).isEqualTo(ExitCode.USAGE.value());
      String text = SAID.toString(StandardCharsets.UTF_8);
      assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c)).count()).isZero();
    }
  }

  @FuzzTest(maxDuration = "10m")
  void threshold(byte[] bytes) {
    try {
      double share = Threshold.parse(new String(bytes, StandardCharsets.UTF_8)).share();
      assertThat(share).isGreaterThan(0).isLessThan(1);
    } catch (TypeConversionException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }
}
