package io.amorsize.jmh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

class SessionPartsTest {

  /** Remembers whether it was closed. */
  private static final class Sink extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }

    String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "90s, 90",
    "20m, 1200",
    "20min, 1200",
    "2h, 7200",
    "1h30m, 5400",
    "1h 30m 5s, 5405",
    "' 1H30M ', 5400",
    "0h1s, 1",
  })
  void timesAreReadAsPeopleWriteThem(String text, long seconds) {
    assertThat(new TimeSpan().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "0s", "-5s", "20", "1.5h", "30m1h", "10ms", "99999999999s"})
  void whatIsNoTimeIsRefused(String text) {
    assertThatThrownBy(() -> new TimeSpan().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + text + "' is no time above 0, such as 90s, 20m or 1h30m");
  }

  private static CommandLine measure() {
    return new CommandLine(
        CommandSpec.create()
            .name("measure")
            .addPositional(
                PositionalParamSpec.builder().arity("0..*").type(String[].class).build()));
  }

  private static CommandTokens tokens(String... arguments) {
    CommandLine command = measure();
    command.parseArgs(arguments);
    return CommandTokens.of(command.getCommandSpec());
  }

  @Test
  void argumentsAreKeptAsTheyWereWritten() {
    CommandTokens tokens = tokens("a.jar", "--", "Parser.*", "-t", "4", "--", "-x");
    assertThat(tokens.command())
        .containsExactly("measure", "a.jar", "--", "Parser.*", "-t", "4", "--", "-x");
    assertThat(tokens.jmhArguments()).containsExactly("Parser.*", "-t", "4", "--", "-x");
    assertThat(tokens("a.jar").jmhArguments()).isEmpty();
    assertThat(tokens("a.jar", "--").jmhArguments()).isEmpty();
  }

  @Test
  void theNameOfACommandBelowAnotherIsNotDoubled() {
    CommandLine root = new CommandLine(CommandSpec.create().name("root"));
    CommandLine measure = measure();
    root.addSubcommand("measure", measure);
    root.parseArgs("measure", "a.jar", "--", "x");
    CommandTokens tokens = CommandTokens.of(measure.getCommandSpec());
    assertThat(tokens.command()).containsExactly("measure", "a.jar", "--", "x");
    assertThat(tokens.jmhArguments()).containsExactly("x");
  }

  @Test
  void bothStreamsGetEverythingAndTheSecondStaysOpen() throws IOException {
    Sink first = new Sink();
    Sink second = new Sink();
    try (OutputStream tee = new TeeOutput(first, second)) {
      tee.write("forks".getBytes(StandardCharsets.UTF_8), 0, 4);
      tee.write('!');
      tee.flush();
    }
    assertThat(first.text()).isEqualTo("fork!");
    assertThat(second.text()).isEqualTo("fork!");
    assertThat(first.closed).isTrue();
    assertThat(second.closed).isFalse();
  }

  @Test
  void workThatNobodyStopsEndsByItself() {
    List<String> stopped = new ArrayList<>();
    assertThat(StopSignal.<String>heededBy(() -> stopped.add("stop"), () -> "done"))
        .isEqualTo("done");
    assertThat(stopped).isEmpty();
  }

  @Test
  void workThatFailsFailsAndLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                StopSignal.heededBy(
                    () -> {},
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
  }
}
