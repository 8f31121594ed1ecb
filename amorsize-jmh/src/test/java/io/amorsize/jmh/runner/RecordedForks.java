package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Forks that take the time that a test invents, and remember what was asked of them. */
final class RecordedForks implements ForkRunner {

  private final List<ForkRequest> requests = new ArrayList<>();
  private final ToDoubleFunction<ForkRequest> microseconds;
  private final int slowIterations;

  RecordedForks(ToDoubleFunction<ForkRequest> microseconds) {
    this(microseconds, 1);
  }

  /** Forks whose first iterations take twice as long. */
  RecordedForks(ToDoubleFunction<ForkRequest> microseconds, int slowIterations) {
    this.microseconds = microseconds;
    this.slowIterations = slowIterations;
  }

  List<ForkRequest> requests() {
    return requests;
  }

  @Override
  public ForkRun run(ForkRequest request) {
    requests.add(request);
    double score = microseconds.applyAsDouble(request);
    if (!(score > 0)) {
      throw new BenchmarkFailedException(request.benchmark() + ": failed on purpose");
    }
    ObjectNode row = new ObjectMapper().createObjectNode();
    row.put("benchmark", request.benchmark());
    row.put("mode", "avgt");
    row.put("threads", 1);
    row.put("forks", 1);
    row.put("warmupIterations", request.warmupIterations());
    row.put("measurementIterations", request.measurementIterations());
    ObjectNode params = row.putObject("params");
    request.params().forEach(params::put);
    ObjectNode metric = row.putObject("primaryMetric");
    metric.put("score", score);
    metric.put("scoreUnit", "us/op");
    ArrayNode iterations = metric.putArray("rawData").addArray();
    for (int i = 0; i < request.measurementIterations(); i++) {
      boolean slow = request.warmupIterations() + i < slowIterations;
      iterations.add((slow ? 2 : 1) * score * (1 + 0.001 * ((requests.size() * 7 + i) % 5)));
    }
    row.putObject("secondaryMetrics");
    double[] warmup = new double[request.warmupIterations()];
    Arrays.setAll(warmup, i -> i < slowIterations ? 2 * score : score);
    return new ForkRun(row, warmup);
  }
}
