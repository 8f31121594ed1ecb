package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.OptimizationJson;
import io.amorsize.workload.WorkloadSpec;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Plans each workload in a JVM of its own. */
public final class ForkedPlanner implements Planner {

  /** Planning that takes longer has met a function that does not end. */
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final long seed;
  private final Duration warmup;
  private final List<String> jvmArgs;
  private final String classPath;
  private final PrintStream log;

  /**
   * A planner.
   *
   * @param seed seed of the workloads' data
   * @param profile how long the code is warmed
   * @param jvmArgs arguments of the fork instead of a fixed heap
   * @param workloadsJar a jar with providers, for the fork's class path
   * @param log takes what the fork prints
   */
  public ForkedPlanner(
      long seed,
      RunProfile profile,
      Optional<List<String>> jvmArgs,
      Optional<Path> workloadsJar,
      PrintStream log) {
    this.seed = seed;
    this.warmup = profile.planningWarmup();
    this.jvmArgs = ForkJvm.measuringArgs(jvmArgs);
    this.classPath = ForkJvm.classPath(workloadsJar);
    this.log = log;
  }

  @Override
  public OptimizationResult plan(WorkloadSpec<?, ?> spec) {
    try {
      Path folder = Files.createTempDirectory("amorsize-plan");
      try {
        Path plan = folder.resolve("plan.json");
        runFork(spec, plan, folder.resolve("output.txt").toFile());
        return OptimizationJson.read(plan);
      } finally {
        deleteQuietly(folder);
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException(
          "planning '" + spec.name() + "' failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("planning '" + spec.name() + "' was interrupted", e);
    }
  }

  private void runFork(WorkloadSpec<?, ?> spec, Path plan, File output)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(spec, plan))
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    try {
      boolean ended = process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      String said = Files.readString(output.toPath(), Charset.defaultCharset());
      log.print(said);
      if (!ended) {
        throw failed(spec, "no plan after " + TIMEOUT.toSeconds() + " s");
      }
      if (process.exitValue() != 0 || !Files.exists(plan)) {
        throw failed(spec, firstLine(said, process.exitValue()));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(WorkloadSpec<?, ?> spec, Path plan) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArgs);
    command.add("-cp");
    command.add(classPath);
    command.add(PlanningFork.class.getName());
    command.add(spec.name());
    command.add(Long.toString(seed));
    command.add(Integer.toString(spec.dataSize()));
    command.add(Long.toString(warmup.toMillis()));
    command.add(plan.toString());
    return command;
  }

  private static BenchmarkFailedException failed(WorkloadSpec<?, ?> spec, String what) {
    return new BenchmarkFailedException("planning '" + spec.name() + "' failed: " + what);
  }

  private static String firstLine(String said, int exitValue) {
    return said.lines()
        .map(String::strip)
        .filter(line -> line.contains("Exception") || line.contains("Error"))
        .findFirst()
        .orElse("its JVM ended with exit code " + exitValue + " and no plan");
  }

  private static void deleteQuietly(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The system's temporary folder is cleaned by the system.
    }
  }
}
