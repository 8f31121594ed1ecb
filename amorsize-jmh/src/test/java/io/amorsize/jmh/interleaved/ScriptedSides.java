package io.amorsize.jmh.interleaved;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Forks whose costs are known: they come from the side, the unit and the number of the fork. */
final class ScriptedSides implements JarForks {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Cost of a benchmark on a side, by "side benchmark"; 100 where nothing is said. */
  final Map<String, Double> costs = new HashMap<>();

  /** Sd of the log cost between forks of a benchmark. */
  final Map<String, Double> noise = new HashMap<>();

  /** Modes of a benchmark; average time where nothing is said. */
  final Map<String, List<String>> modes = new HashMap<>();

  /** All runs so far, in words. */
  final List<String> runs = new ArrayList<>();

  final List<JarForkRequest> requests = new ArrayList<>();

  /** What happens before the run of this number, counted from 1. */
  final Map<Integer, Runnable> before = new HashMap<>();

  final Map<String, List<BenchmarkUnit>> listed = new HashMap<>();
  private final Map<String, Integer> forks = new HashMap<>();

  @Override
  public List<BenchmarkUnit> list(JarSide side, JmhArguments arguments) {
    return listed.getOrDefault(side.label(), List.of());
  }

  @Override
  public JarForkResult run(JarForkRequest request) {
    requests.add(request);
    String benchmark = request.unit().benchmark();
    runs.add(request.side().label() + " " + benchmark + " " + request.unit().params());
    before.getOrDefault(runs.size(), () -> {}).run();
    List<ObjectNode> rows = new ArrayList<>();
    List<double[]> warmups = new ArrayList<>();
    for (String mode : modes.getOrDefault(benchmark, List.of("avgt"))) {
      rows.add(row(request, mode));
      warmups.add(new double[0]);
    }
    return new JarForkResult(rows, warmups, Duration.ofSeconds(3));
  }

  private ObjectNode row(JarForkRequest request, String mode) {
    String benchmark = request.unit().benchmark();
    String key = request.side().label() + " " + request.unit() + mode;
    int fork = forks.merge(key + request.iterations(), 1, Integer::sum);
    SplittableRandom random = new SplittableRandom(key.hashCode() * 31L + fork);
    double level =
        costs.getOrDefault(request.side().label() + " " + benchmark, 100.0)
            * Math.exp(noise.getOrDefault(benchmark, 0.002) * random.nextGaussian());
    int iterations = request.iterations().measured().orElse(5);
    ObjectNode row = MAPPER.createObjectNode();
    row.put("benchmark", benchmark).put("mode", mode).put("threads", 1).put("forks", 1);
    row.put("warmupIterations", 0).put("measurementIterations", iterations);
    row.set("params", MAPPER.valueToTree(new TreeMap<>(request.unit().params())));
    ObjectNode metric = row.putObject("primaryMetric");
    metric.put("score", level).put("scoreUnit", mode.equals("thrpt") ? "ops/us" : "us/op");
    ArrayNode scores = metric.putArray("rawData").addArray();
    for (int i = 0; i < iterations; i++) {
      double cost = level * Math.exp(0.001 * random.nextGaussian());
      scores.add(mode.equals("thrpt") ? 1 / cost : cost);
    }
    row.putObject("secondaryMetrics");
    return row;
  }

  /** The runs of this number fail as a fork does. */
  void failAt(int... numbers) {
    for (int number : numbers) {
      before.put(
          number,
          () -> {
            throw new BenchmarkFailedException("fork " + number + " broke");
          });
    }
  }

  /** The run of this number ends as the program does when it is killed. */
  void dieAt(int number) {
    before.put(
        number,
        () -> {
          throw new Killed();
        });
  }

  /** What a killed program does: nothing any more. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void stop() {}
}
