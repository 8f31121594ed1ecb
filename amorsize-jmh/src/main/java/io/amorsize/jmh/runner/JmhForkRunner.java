package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs forks of the benchmarks on this class path with JMH, one at a time. */
final class JmhForkRunner implements ForkRunner {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> jvmArgs;
  private final PrintStream log;

  /**
   * A runner.
   *
   * @param jvmArgs arguments of every fork
   * @param log takes what JMH prints
   */
  JmhForkRunner(List<String> jvmArgs, PrintStream log) {
    this.jvmArgs = List.copyOf(jvmArgs);
    this.log = log;
  }

  @Override
  public ForkRun run(ForkRequest request) {
    Duration patience = request.timeout().multipliedBy(2).plus(request.iterationTime());
    try (ForkWatch watch = new ForkWatch(patience)) {
      try {
        return run(request, watch);
      } catch (BenchmarkFailedException e) {
        throw watch.hasKilled() ? failed(request, killed(patience), e) : e;
      }
    }
  }

  private static String killed(Duration patience) {
    return "no sign of it for " + patience.toSeconds() + " s, so its JVM was killed";
  }

  private ForkRun run(ForkRequest request, ForkWatch watch) {
    CapturingFormat format =
        new CapturingFormat(
            OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL), watch::sign);
    try {
      Collection<RunResult> results = new Runner(options(request), format).run();
      if (results.isEmpty()) {
        throw failed(request, format, null);
      }
      return new ForkRun(row(results), format.warmup());
    } catch (RunnerException e) {
      throw failed(request, format, e);
    } catch (IOException e) {
      throw new BenchmarkFailedException(
          request.benchmark() + ": JMH's result cannot be read: " + e.getMessage(), e);
    }
  }

  private Options options(ForkRequest request) {
    TimeValue time = TimeValue.nanoseconds(request.iterationTime().toNanos());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(request.benchmark()) + "$")
            .forks(1)
            .warmupForks(0)
            .warmupIterations(request.warmupIterations())
            .warmupTime(time)
            .measurementIterations(request.measurementIterations())
            .measurementTime(time)
            .timeout(TimeValue.nanoseconds(request.timeout().toNanos()))
            .shouldFailOnError(true)
            .jvmArgs(jvmArgs.toArray(String[]::new))
            .jvmArgsAppend(request.jvmArgs().toArray(String[]::new));
    request.params().forEach(options::param);
    return options.build();
  }

  private static ObjectNode row(Collection<RunResult> results) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    }
    JsonNode rows = MAPPER.readTree(bytes.toByteArray());
    return (ObjectNode) rows.get(0);
  }

  private static BenchmarkFailedException failed(
      ForkRequest request, CapturingFormat format, RunnerException cause) {
    String what =
        format
            .failure()
            .orElseGet(
                () -> cause == null ? "JMH gave no result" : String.valueOf(cause.getMessage()));
    return failed(request, what, cause);
  }

  private static BenchmarkFailedException failed(
      ForkRequest request, String what, Exception cause) {
    return new BenchmarkFailedException(
        request.benchmark() + " " + request.params() + ": " + what, cause);
  }
}
