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
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Forks that take no time: an operation of 5 us, and as much longer on a jar as a test says. */
final class ScriptedForks implements JarForks {

  /** Before a benchmark's name: the bytes that it allocates. */
  static final String GARBAGE = "garbage of ";

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
  private final SortedMap<String, String> params = new TreeMap<>();
  private final Map<String, String> jdks = new HashMap<>();
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

  /** Where a side's class path holds a text, a JDK that is not 21.0.5. */
  ScriptedForks jdk(String side, String version) {
    jdks.put(side, version);
    return this;
  }

  private String jdk(JarSide side) {
    return jdks.entrySet().stream()
        .filter(entry -> side.classPath().contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("21.0.5");
  }

  /** Every benchmark has this parameter with this one value. */
  ScriptedForks param(String name, String value) {
    params.put(name, value);
    return this;
  }

  /**
   * A benchmark takes so much longer where a side's class path, JVM arguments or parameters, as
   * {@code size=10}, hold a text.
   */
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
        .map(benchmark -> new BenchmarkUnit(benchmark, open(side)))
        .toList();
  }

  private SortedMap<String, String> open(JarSide side) {
    SortedMap<String, String> open = new TreeMap<>(params);
    open.keySet().removeAll(side.params().keySet());
    return open;
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

  /** The value of JMH's option; it takes most of them once only. */
  private static String option(JarForkRequest request, String name, String otherwise) {
    List<String> arguments = request.jmhArgs();
    int at = arguments.indexOf(name);
    if (at != arguments.lastIndexOf(name)) {
      throw new BenchmarkFailedException("Found multiple arguments for option " + name);
    }
    return at < 0 ? otherwise : arguments.get(at + 1);
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
    row.put("mode", option(request, "-bm", "avgt"));
    row.put("threads", Integer.parseInt(option(request, "-t", "1")));
    row.put("forks", 1);
    row.put("jvm", request.side().java().toString());
    ArrayNode jvmArgs = row.putArray("jvmArgs");
    request.side().jvmArgs().forEach(jvmArgs::add);
    row.put("jdkVersion", jdk(request.side()));
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
    double[] scores = scores(request, iterations);
    metric(row.putObject("primaryMetric"), "us/op", scores);
    ObjectNode secondary = row.putObject("secondaryMetrics");
    if (option(request, "-prof", "").equals("gc")) {
      double factor = slowdown(GARBAGE + request.unit().benchmark(), request);
      metric(
          secondary.putObject("gc.alloc.rate.norm"),
          "B/op",
          Arrays.stream(scores).map(unused -> 1000 * factor).toArray());
    }
    return row;
  }

  private static void metric(ObjectNode metric, String unit, double[] scores) {
    metric.put("score", Arrays.stream(scores).average().orElseThrow());
    metric.put("scoreUnit", unit);
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
    double fork =
        MICROSECONDS * slowdown(benchmark, request) * (1 + random.nextDouble(-noise, noise));
    return random
        .doubles(iterations, 1 - ITERATION_NOISE, 1 + ITERATION_NOISE)
        .map(share -> fork * share)
        .toArray();
  }

  private double slowdown(String benchmark, JarForkRequest request) {
    JarSide side = request.side().withParams(request.unit().params());
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
    boolean set =
        side.params().entrySet().stream()
            .anyMatch(param -> on.equals(param.getKey() + "=" + param.getValue()));
    return set || side.classPath().contains(on) || side.jvmArgs().contains(on);
  }
}
