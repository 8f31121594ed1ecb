package io.amorsize.jmh.interleaved;

import io.amorsize.jmh.runner.FailureLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What JMH's output says and its result JSON does not: the scores of the warm-up, and why a run
 * failed. Takes one line after the other; may be read by one thread while another fills it.
 */
final class JmhOutput {

  private static final String BENCHMARK = "# Benchmark: ";
  private static final Pattern WARMUP = Pattern.compile("# Warmup Iteration +\\d+: (.*)");

  private final FailureLines failure = new FailureLines();
  private final List<String> benchmarks = new ArrayList<>();
  private final List<List<String>> warmups = new ArrayList<>();

  synchronized void accept(String line) {
    failure.accept(line);
    if (line.startsWith(BENCHMARK)) {
      benchmarks.add(line.substring(BENCHMARK.length()).strip());
      warmups.add(new ArrayList<>());
    }
    Matcher warmup = WARMUP.matcher(line);
    if (warmup.matches() && !warmups.isEmpty()) {
      warmups.get(warmups.size() - 1).add(warmup.group(1).strip());
    }
  }

  /** The benchmarks that JMH began, one for each row that it should write. */
  synchronized List<String> benchmarks() {
    return List.copyOf(benchmarks);
  }

  /**
   * Scores of the warm-up of one row.
   *
   * @param row which of the benchmarks that JMH began
   * @param unit unit of the row's scores
   * @param iterations warm-up iterations that the row had
   * @return a score for each; none if one of them cannot be read
   */
  synchronized double[] warmup(int row, String unit, int iterations) {
    List<String> texts = warmups.get(row);
    double[] scores = texts.stream().mapToDouble(text -> WarmupScore.read(text, unit)).toArray();
    for (double score : scores) {
      if (Double.isNaN(score)) {
        return new double[0];
      }
    }
    return scores.length == iterations ? scores : new double[0];
  }

  /**
   * Why the run failed, in one line.
   *
   * @param exitCode how the process ended
   * @param otherwise what is known without the output
   */
  synchronized String failure(int exitCode, Optional<String> otherwise) {
    return failure
        .reason()
        .or(() -> exitCode == 0 ? otherwise : failure.beforeBegin())
        .orElse("JMH ended with exit code " + exitCode);
  }
}
