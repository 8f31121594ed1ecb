package io.amorsize.jmh.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.interleaved.BenchmarkUnit;
import io.amorsize.jmh.interleaved.JarForkRequest;
import io.amorsize.jmh.interleaved.JarForkResult;
import io.amorsize.jmh.interleaved.JarForks;
import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.runner.BenchmarkFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Forks that take no time: an operation of 5 us, and as much longer on a jar as a test says. */
final class ScriptedForks implements JarForks {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double MICROSECONDS = 5;
  private static final int ITERATIONS = 20;

  /** Forks differ by less than half a percent, iterations of a fork by less than 2 percent. */
  private static final double FORK_NOISE = 0.005;

  private static final double ITERATION_NOISE = 0.02;

  private final List<String> benchmarks;
  private final Map<String, Double> slowdowns = new HashMap<>();
  private final Map<String, Double> noises = new HashMap<>();
  private final Map<String, Integer> failures = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private final List<JarForkRequest> requests = new ArrayList<>();
  private Runnable beforeFork = () -> {};
  private boolean stopped;

  private ScriptedForks(List<String> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /** Both sides hold these and are the same. */
  static ScriptedForks of(String... benchmarks) {
    return new ScriptedForks(Arrays.asList(benchmarks));
  }

  /** A benchmark takes so much longer where a side's class path or JVM arguments hold a text. */
  ScriptedForks slower(String benchmark, String side, double factor) {
    slowdowns.put(benchmark + " on " + side, factor);
    return this;
  }

  /** The forks of a benchmark differ by so much. */
  ScriptedForks noisy(String benchmark, double share) {
    noises.put(benchmark, share);
    return this;
  }

  /** The first forks of a benchmark fail. */
  ScriptedForks failing(String benchmark, int times) {
    failures.put(benchmark, times);
    return this;
  }

  /** A benchmark that a side does not hold. */
  ScriptedForks missing(String benchmark, String side) {
    missing.add(benchmark + " on " + side);
    return this;
  }

  /** Does something before each fork. */
  ScriptedForks before(Runnable action) {
    beforeFork = action;
    return this;
  }

  /** What was run, in order. */
  List<JarForkRequest> requests() {
    return List.copyOf(requests);
  }

  /** What was run of a benchmark. */
  List<JarForkRequest> requests(String benchmark) {
    return requests.stream()
        .filter(request -> request.unit().benchmark().equals(benchmark))
        .toList();
  }

  @Override
  public List<BenchmarkUnit> list(JarSide side, JmhArguments arguments) {
    return benchmarks.stream()
        .filter(benchmark -> missing.stream().noneMatch(gone -> applies(gone, benchmark, side)))
        .filter(
            benchmark ->
                arguments.selection().isEmpty()
                    || arguments.selection().stream()
                        .anyMatch(regex -> Pattern.compile(regex).matcher(benchmark).find()))
        .map(benchmark -> new BenchmarkUnit(benchmark, new TreeMap<>()))
        .toList();
  }

  @Override
  public JarForkResult run(JarForkRequest request) {
    beforeFork.run();
    if (stopped) {
      throw new BenchmarkFailedException("stopped");
    }
    requests.add(request);
    String benchmark = request.unit().benchmark();
    if (failures.merge(benchmark, -1, Integer::sum) >= 0) {
      throw new BenchmarkFailedException(request.unit() + ": JMH ended with exit code 7");
    }
    return new JarForkResult(
        List.of(row(request)), List.of(new double[0]), Duration.ofMillis(2500));
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private ObjectNode row(JarForkRequest request) {
    int iterations = request.iterations().measured().orElse(ITERATIONS);
    ObjectNode row = MAPPER.createObjectNode();
    row.put("jmhVersion", "1.37");
    row.put("benchmark", request.unit().benchmark());
    row.put("mode", "avgt");
    row.put("threads", 1);
    row.put("forks", 1);
    row.put("jvm", request.side().java().toString());
    ArrayNode jvmArgs = row.putArray("jvmArgs");
    request.side().jvmArgs().forEach(jvmArgs::add);
    row.put("jdkVersion", "21.0.5");
    row.put("vmName", "OpenJDK 64-Bit Server VM");
    row.put("vmVersion", "21.0.5+11-LTS");
    row.put("warmupIterations", request.iterations().warmup().orElse(10));
    row.put("warmupTime", "100 ms");
    row.put("warmupBatchSize", 1);
    row.put("measurementIterations", iterations);
    row.put("measurementTime", "100 ms");
    row.put("measurementBatchSize", 1);
    if (!request.unit().params().isEmpty()) {
      ObjectNode params = row.putObject("params");
      request.unit().params().forEach(params::put);
    }
    metric(row.putObject("primaryMetric"), scores(request, iterations));
    row.putObject("secondaryMetrics");
    return row;
  }

  private static void metric(ObjectNode metric, double[] scores) {
    metric.put("score", Arrays.stream(scores).average().orElseThrow());
    metric.put("scoreUnit", "us/op");
    ArrayNode fork = metric.putArray("rawData").addArray();
    Arrays.stream(scores).forEach(fork::add);
  }

  private double[] scores(JarForkRequest request, int iterations) {
    JarSide side = request.side();
    String benchmark = request.unit().benchmark();
    SplittableRandom random =
        new SplittableRandom(
            31L * benchmark.hashCode()
                + 17L * requests(benchmark).stream().filter(r -> r.side().equals(side)).count()
                + side.jvmArgs().hashCode()
                + java.nio.file.Path.of(side.classPath()).getFileName().toString().hashCode());
    double noise = noises.getOrDefault(benchmark, FORK_NOISE);
    double fork = MICROSECONDS * slowdown(benchmark, side) * (1 + random.nextDouble(-noise, noise));
    return random
        .doubles(iterations, 1 - ITERATION_NOISE, 1 + ITERATION_NOISE)
        .map(share -> fork * share)
        .toArray();
  }

  private double slowdown(String benchmark, JarSide side) {
    return slowdowns.entrySet().stream()
        .filter(entry -> applies(entry.getKey(), benchmark, side))
        .mapToDouble(Map.Entry::getValue)
        .findFirst()
        .orElse(1);
  }

  private static boolean applies(String key, String benchmark, JarSide side) {
    String start = benchmark + " on ";
    if (!key.startsWith(start)) {
      return false;
    }
    String on = key.substring(start.length());
    return side.classPath().contains(on) || side.jvmArgs().contains(on);
  }
}
