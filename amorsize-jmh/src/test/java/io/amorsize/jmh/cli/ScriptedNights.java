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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.zip.ZipFile;

/**
 * Forks that take no time. What a jar costs follows from the version of the code in it; sessions
 * differ by about half a percent, and so do forks within a session.
 */
final class ScriptedNights {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final double NOISE = 0.005;

  private final List<String> benchmarks;
  private final ToDoubleBiFunction<String, Integer> cost;
  private final SplittableRandom random = new SplittableRandom(7);
  private int forksUntilKilled = Integer.MAX_VALUE;
  private int forks;
  private String failing = "";

  /**
   * Nights of some benchmarks.
   *
   * @param cost cost in microseconds of a benchmark in a version of the code
   */
  ScriptedNights(List<String> benchmarks, ToDoubleBiFunction<String, Integer> cost) {
    this.benchmarks = benchmarks;
    this.cost = cost;
  }

  /** The process dies after so many more forks, in the middle of the next. */
  void killAfter(int count) {
    forksUntilKilled = count;
  }

  /** Forks of this benchmark fail; of none, where it is empty. */
  void failing(String benchmark) {
    failing = benchmark;
  }

  /** How many forks ended well so far. */
  int forks() {
    return forks;
  }

  /** Stands for the death of the process: nobody catches it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** A jar that holds a version of the code. */
  static Path jar(Path file, int version) {
    try {
      return TestJars.benchmarks(file, "version " + version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(JarSide side) {
    try (ZipFile zip = new ZipFile(side.classPath())) {
      byte[] text = zip.getInputStream(zip.getEntry("META-INF/BenchmarkList")).readAllBytes();
      return Integer.parseInt(new String(text, StandardCharsets.UTF_8).replace("version ", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A session: what runs in it met the same host. */
  JarForks open() {
    return new Session(Math.exp(NOISE * gaussian()));
  }

  /** The sum of twelve uniform numbers is near enough. */
  private double gaussian() {
    return random.doubles(12).sum() - 6;
  }

  /** One session. */
  private final class Session implements JarForks {

    private final double host;

    Session(double host) {
      this.host = host;
    }

    @Override
    public List<BenchmarkUnit> list(JarSide side, JmhArguments arguments) {
      return benchmarks.stream().map(name -> new BenchmarkUnit(name, new TreeMap<>())).toList();
    }

    @Override
    public JarForkResult run(JarForkRequest request) {
      if (forksUntilKilled == 0) {
        throw new Killed();
      }
      forksUntilKilled--;
      String benchmark = request.unit().benchmark();
      if (benchmark.equals(failing)) {
        throw new BenchmarkFailedException(benchmark + ": JMH ended with exit code 7");
      }
      forks++;
      double center = cost.applyAsDouble(benchmark, version(request.side())) * host;
      ObjectNode row = row(benchmark, center * Math.exp(NOISE * gaussian()));
      return new JarForkResult(List.of(row), List.of(new double[0]), Duration.ofSeconds(2));
    }

    @Override
    public void stop() {
      throw new AssertionError("nobody stops it");
    }
  }

  private ObjectNode row(String benchmark, double center) {
    ObjectNode row = MAPPER.createObjectNode();
    row.put("jmhVersion", "1.37").put("benchmark", benchmark).put("mode", "avgt");
    row.put("threads", 1).put("forks", 1).put("jdkVersion", "21.0.5");
    row.put("vmName", "OpenJDK 64-Bit Server VM");
    row.put("warmupIterations", 5).put("measurementIterations", 20);
    ObjectNode metric = row.putObject("primaryMetric");
    metric.put("score", center).put("scoreUnit", "us/op");
    ArrayNode fork = metric.putArray("rawData").addArray();
    for (int i = 0; i < 20; i++) {
      fork.add(center * (1 + 0.01 * random.nextDouble(-1, 1)));
    }
    row.putObject("secondaryMetrics");
    return row;
  }
}
