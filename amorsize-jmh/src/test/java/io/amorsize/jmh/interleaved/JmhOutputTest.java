package io.amorsize.jmh.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Output that JMH 1.37 printed, shortened. */
class JmhOutputTest {

  private static final String TWO_MODES =
      """
      # JMH version: 1.37
      # Warmup: 2 iterations, 10 ms each
      # Benchmark mode: Throughput, ops/time
      # Benchmark: x.B.plain

      # Run progress: 0.00% complete, ETA 00:00:00
      # Fork: 1 of 1
      # Warmup Iteration   1: 1620.234 ops/us
      # Warmup Iteration   2: 1582,158 ops/us
      Iteration   1: 1586.727 ops/us

      # Benchmark mode: Sampling time
      # Benchmark: x.B.plain
      # Warmup Iteration   1: 10.931 ±(99.9%) 2.064 us/op
      Iteration   1: 0.086 ±(99.9%) 0.006 us/op
                       p0.00:   0.020 us/op
      """;

  private static JmhOutput read(String text) {
    JmhOutput output = new JmhOutput();
    text.lines().forEach(output::accept);
    return output;
  }

  @Test
  void eachRowHasItsWarmup() {
    JmhOutput output = read(TWO_MODES);
    assertThat(output.benchmarks()).containsExactly("x.B.plain", "x.B.plain");
    assertThat(output.warmup(0, "ops/us", 2)).containsExactly(1620.234, 1582.158);
    assertThat(output.warmup(1, "us/op", 1)).containsExactly(10.931);
  }

  @Test
  void aWarmupWithIterationsThatWereNotSeenIsNone() {
    assertThat(read(TWO_MODES).warmup(0, "ops/us", 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.345 us/op | 12.345",
        "12,345 us/op | 12.345",
        "0.100 us/op | 0.1",
        "0.099 us/op | NaN",
        "NaN us/op | NaN",
        "≈ 10⁻³ us/op | NaN",
        "42 | NaN",
        "12.345 ns/op | NaN",
        "hello 12.345 us/op | NaN",
        "<failure> | NaN",
        "1.5 ?(99.9%) 0.1 us/op | 1.5",
      })
  void aScoreIsReadOrNot(String text, Double score) {
    assertThat(WarmupScore.read(text, "us/op")).isEqualTo(score);
  }

  @Test
  void oneUnreadableScoreSpoilsItsRow() {
    JmhOutput output =
        read(
            """
            # Benchmark: x.B.tiny
            # Warmup Iteration   1: 0.931 us/op
            # Warmup Iteration   2: ≈ 10⁻³ us/op
            """);
    assertThat(output.warmup(0, "us/op", 2)).isEmpty();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            """
            # JMH version: 1.37
            # Warmup Iteration   1: <failure>

            java.lang.OutOfMemoryError: Java heap space
            \tat x.B.oom(B.java:14)

            Benchmark had encountered error, and fail on error was requested
            ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception
            """,
            "java.lang.OutOfMemoryError: Java heap space"),
        Arguments.of(
            """
            # JMH version: 1.37
            # Warmup Iteration   1: <forked VM failed with exit code 137>
            <stdout last='20 lines'>
            </stdout>
            <stderr last='20 lines'>
            </stderr>

            Benchmark had encountered error, and fail on error was requested
            ERROR: org.openjdk.jmh.runner.RunnerException: Benchmark caught the exception
            """,
            "forked VM failed with exit code 137"),
        Arguments.of(
            """
            # JMH version: 1.37
            # Warmup Iteration   1: 12.5 us/op
            # Warmup Iteration   2: Java heap space
            <forked VM failed with exit code 1>
            <stdout last='20 lines'>
            </stdout>
            <stderr last='20 lines'>
            </stderr>
            """,
            "forked VM failed with exit code 1: Java heap space"),
        Arguments.of(
            """
            # JMH version: 1.37
            # Fork: 1 of 1
            Unrecognized VM option 'Foo'
            Error: Could not create the Java Virtual Machine.
            Error: A fatal exception has occurred. Program will exit.
            <forked VM failed with exit code 1>
            <stdout last='20 lines'>
            </stdout>
            <stderr last='20 lines'>
            Unrecognized VM option 'Foo'
            Error: Could not create the Java Virtual Machine.
            </stderr>
            """,
            "forked VM failed with exit code 1: Unrecognized VM option 'Foo'"),
        Arguments.of(
            """
            # JMH version: 1.37
            # Warmup Iteration   1: <failure: VM prematurely exited before JMH had finished with \
            it, explicit System.exit was called?>
            """,
            "failure: VM prematurely exited before JMH had finished with it, explicit System.exit"
                + " was called?"),
        Arguments.of(
            """
            Unrecognized VM option 'Foo'
            Error: Could not create the Java Virtual Machine.
            Error: A fatal exception has occurred. Program will exit.
            """,
            "Unrecognized VM option 'Foo'"),
        Arguments.of(
            """
            Error parsing command line:
             Found multiple arguments for option f, but you asked for only one
            """,
            "Error parsing command line: Found multiple arguments for option f, but you asked for"
                + " only one"),
        Arguments.of(
            """
            Picked up JAVA_TOOL_OPTIONS: -Xmx1g
            Profilers failed to initialize, exiting.
            """,
            "Profilers failed to initialize, exiting."),
        Arguments.of(
            "# JMH version: 1.37\nIteration   1: 3.0 us/op\n", "JMH ended with exit code 1"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsToldInOneLine(String text, String reason) {
    assertThat(read(text).failure(1, Optional.of("no row"))).isEqualTo(reason);
  }

  @Test
  void aProblemOfTheRowsIsToldIfNothingFailed() {
    assertThat(read(TWO_MODES).failure(0, Optional.of("no row"))).isEqualTo("no row");
  }
}
