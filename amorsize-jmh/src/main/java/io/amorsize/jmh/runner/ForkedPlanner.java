package io.amorsize.jmh.runner;

import io.amorsize.optimizer.OptimizationResult;
import io.amorsize.result.OptimizationJson;
import io.amorsize.workload.WorkloadSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Plans each workload in a JVM of its own. */
public final class ForkedPlanner implements Planner {

  /** Time to start a JVM, beside passes over the items. */
  private static final Duration START = Duration.ofSeconds(30);

  /** Two passes to warm up, and at most a whole one to plan; longer than that, it does not end. */
  private static final int PASSES = 3;

  private final long seed;
  private final Duration warmup;
  private final JavaFork fork;
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
    this(
        seed,
        profile.planningWarmup(),
        new JavaFork(ForkJvm.measuringArgs(jvmArgs), ForkJvm.classPath(workloadsJar), START),
        log);
  }

  /**
   * A planner.
   *
   * @param fork how a JVM is started, and the time that it has beside passes over the items
   */
  ForkedPlanner(long seed, Duration warmup, JavaFork fork, PrintStream log) {
    this.seed = seed;
    this.warmup = warmup;
    this.fork = fork;
    this.log = log;
  }

  @Override
  public OptimizationResult plan(WorkloadSpec<?, ?> spec) {
    try {
      Path folder = Files.createTempDirectory("amorsize-plan");
      try {
        Path plan = folder.resolve("plan.json");
        runFork(spec, plan);
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

  private void runFork(WorkloadSpec<?, ?> spec, Path plan)
      throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            spec.name(),
            Long.toString(seed),
            Integer.toString(spec.dataSize()),
            Long.toString(warmup.toMillis()),
            plan.toString());
    Duration timeout =
        fork.timeout().plus(warmup).plus(spec.maxExecutionTime().multipliedBy(PASSES));
    JavaFork.Outcome outcome = fork.withTimeout(timeout).run(PlanningFork.class, arguments);
    log.print(outcome.output());
    if (!outcome.ended()) {
      throw failed(spec, "no plan after " + timeout.toSeconds() + " s, so its JVM was killed");
    }
    if (!outcome.succeeded() || !Files.exists(plan)) {
      throw failed(spec, outcome.complaint() + " and no plan");
    }
  }

  private static BenchmarkFailedException failed(WorkloadSpec<?, ?> spec, String what) {
    return new BenchmarkFailedException("planning '" + spec.name() + "' failed: " + what);
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
