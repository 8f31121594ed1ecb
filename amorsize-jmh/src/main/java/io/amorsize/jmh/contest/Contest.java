package io.amorsize.jmh.contest;

import io.amorsize.jmh.runner.BenchmarkFailedException;
import io.amorsize.jmh.runner.JavaFork;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.statistics.PairedRatio;
import io.amorsize.workload.WorkloadSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Races every workload in a JVM of its own. */
public final class Contest {

  /** One planning may meet a pause of the host; so many tell what it usually takes. */
  private static final int COLD_PLANNINGS = 4;

  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /**
   * Room for the results of many passes, in memory that is there before the first of them, and a
   * collector whose pauses are short where they die at once: G1 keeps a pass of a million results,
   * one large array, until it has marked the heap.
   */
  private static final List<String> RACING_ARGS =
      List.of("-Xms1g", "-Xmx1g", "-Xmn700m", "-XX:+UseParallelGC", "-XX:+AlwaysPreTouch");

  private final ContestSettings settings;
  private final JavaFork coldFork = JavaFork.measuring(TIMEOUT);
  private final JavaFork racingFork = coldFork.with(RACING_ARGS);

  /** A contest. */
  public Contest(ContestSettings settings) {
    this.settings = settings;
  }

  /** The names of all workloads. */
  public static List<String> workloads() {
    return ContestWorkloads.all(1).stream().map(WorkloadSpec::name).toList();
  }

  /**
   * Runs the contest. What a host gives two threads changes from minute to minute, and a prediction
   * is for all of them: so every workload is raced again when all others have been.
   *
   * @throws BenchmarkFailedException if a JVM fails
   */
  public List<ContestResult> run() {
    List<String> names = settings.workload().map(List::of).orElse(workloads());
    List<FirstRace> raced = new ArrayList<>();
    List<ContestResult> results = new ArrayList<>();
    settings.progress().expect(2L * names.size());
    try {
      for (String name : names) {
        raced.add(firstRace(name));
        settings.progress().done(1, name + ": raced once");
      }
      for (FirstRace first : raced) {
        ContestResult result = raceAgain(first);
        results.add(result);
        settings.progress().done(1, headline(result));
      }
    } finally {
      raced.forEach(first -> delete(first.file()));
    }
    return results;
  }

  private static String headline(ContestResult result) {
    return String.format(
        Locale.ROOT,
        "%s: plan %s, %.2f of the best",
        result.workload(),
        result.cold().plan(),
        result.cold().overBest().ratio());
  }

  /**
   * What is known of a workload before it is raced again.
   *
   * @param file what the fork wrote
   * @param coldPlannings seconds of further plannings of a function that had never run
   * @param coldMap a cold {@code map} over a cold loop
   */
  private record FirstRace(
      String name, Path file, List<Double> coldPlannings, Optional<PairedRatio> coldMap) {}

  private FirstRace firstRace(String name) {
    List<Double> plannings = coldPlannings(name);
    Optional<PairedRatio> coldMap = cold(name);
    Path file = answer(racingFork, ContestFork.class, name, raceMillis());
    return new FirstRace(name, file, plannings, coldMap);
  }

  private ContestResult raceAgain(FirstRace first) {
    String plans = first.file().toString();
    Path file = answer(racingFork, ContestFork.class, first.name(), raceMillis(), plans);
    try {
      JsonPlace once = JsonFile.read(first.file()).object();
      JsonPlace again = JsonFile.read(file).object();
      return ContestResult.read(once, again, first.coldPlannings(), first.coldMap());
    } finally {
      delete(file);
    }
  }

  private String raceMillis() {
    return Long.toString(settings.race().toMillis());
  }

  /** Seconds of plannings in JVMs of their own, of a function that had never run there. */
  private List<Double> coldPlannings(String name) {
    List<Double> seconds = new ArrayList<>();
    while (settings.coldPairs() > 0 && seconds.size() < COLD_PLANNINGS) {
      seconds.add(nanos(racingFork, name, ColdFork.PLAN) / 1e9);
    }
    return seconds;
  }

  /** A loop and {@code map} in fresh JVMs, in turn. */
  private Optional<PairedRatio> cold(String name) {
    if (settings.coldPairs() == 0) {
      return Optional.empty();
    }
    double[] serial = new double[settings.coldPairs()];
    double[] map = new double[settings.coldPairs()];
    for (int pair = 0; pair < settings.coldPairs(); pair++) {
      boolean mapFirst = pair % 2 == 1;
      double first = nanos(coldFork, name, mapFirst ? ColdFork.MAP : ColdFork.SERIAL);
      double second = nanos(coldFork, name, mapFirst ? ColdFork.SERIAL : ColdFork.MAP);
      serial[pair] = mapFirst ? second : first;
      map[pair] = mapFirst ? first : second;
    }
    return Optional.of(ContestResult.ratio(map, serial));
  }

  private double nanos(JavaFork fork, String name, String way) {
    Path file = answer(fork, ColdFork.class, name, way);
    try {
      return Double.parseDouble(Files.readString(file));
    } catch (IOException e) {
      throw new BenchmarkFailedException("a cold pass of '" + name + "' left no time", e);
    } finally {
      delete(file);
    }
  }

  private Path answer(JavaFork fork, Class<?> main, String name, String... arguments) {
    try {
      Path file = Files.createTempFile("amorsize-contest", ".json");
      List<String> args = new ArrayList<>(List.of(name, Long.toString(settings.seed())));
      args.addAll(List.of(arguments));
      args.add(file.toString());
      JavaFork.Outcome outcome = fork.run(main, args);
      if (!outcome.succeeded()) {
        throw new BenchmarkFailedException("racing '" + name + "' failed: " + outcome.complaint());
      }
      return file;
    } catch (IOException e) {
      throw new BenchmarkFailedException("racing '" + name + "' failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("racing '" + name + "' was interrupted", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The system's temporary folder is cleaned by the system.
    }
  }
}
