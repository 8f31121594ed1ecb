package io.amorsize.jmh.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Passes JMH's output on to a log and keeps what its result JSON leaves out: the scores of the
 * warm-up, and the message of a failure.
 */
final class CapturingFormat implements OutputFormat {

  private final OutputFormat log;
  private final Runnable sign;
  private final List<Double> warmup = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * A format.
   *
   * @param log takes the output
   * @param sign is told whenever an iteration begins or ends
   */
  CapturingFormat(OutputFormat log, Runnable sign) {
    this.log = log;
    this.sign = sign;
  }

  double[] warmup() {
    return warmup.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What JMH printed of a failure, if it printed one. */
  Optional<String> failure() {
    FailureLines lines = new FailureLines();
    text.toString().lines().forEach(lines::accept);
    return lines.reason();
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult data) {
    sign.run();
    if (iteration.getType() == IterationType.WARMUP) {
      warmup.add(data.getPrimaryResult().getScore());
    }
    log.iterationResult(params, iteration, number, data);
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {
    sign.run();
    log.iteration(params, iteration, number);
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    log.startBenchmark(params);
  }

  @Override
  public void endBenchmark(BenchmarkResult result) {
    log.endBenchmark(result);
  }

  @Override
  public void startRun() {
    log.startRun();
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    log.flush();
  }

  @Override
  public void print(String part) {
    text.append(part);
    log.print(part);
  }

  @Override
  public void println(String line) {
    text.append(line).append('\n');
    log.println(line);
  }

  @Override
  public void verbosePrintln(String line) {
    log.verbosePrintln(line);
  }

  @Override
  public void flush() {
    log.flush();
  }

  @Override
  public void close() {
    log.flush();
  }

  @Override
  public void write(int character) {
    text.append((char) character);
    log.write(character);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    text.append(new String(bytes, java.nio.charset.Charset.defaultCharset()));
    log.write(bytes);
  }
}
