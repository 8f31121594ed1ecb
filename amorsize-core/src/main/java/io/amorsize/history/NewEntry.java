package io.amorsize.history;

import io.amorsize.result.RunEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is saved as an entry of a baseline.
 *
 * @param environment where the result was measured
 * @param savedAt the time of saving
 * @param results text of a results file, if there is one
 * @param jmh bytes of JMH's result JSON, if there is one
 * @param jars what measured it, to be kept, as far as it is known
 * @param origin how it came to be
 */
public record NewEntry(
    RunEnvironment environment,
    Instant savedAt,
    Optional<String> results,
    Optional<byte[]> jmh,
    Jars jars,
    EntryOrigin origin) {

  /**
   * What measured a result.
   *
   * @param benchmarks the jar of benchmarks
   * @param workloads the jar with workload providers beside it
   */
  public record Jars(Optional<Path> benchmarks, Optional<Path> workloads) {
    /** Nothing is known. */
    public static final Jars NONE = new Jars(Optional.empty(), Optional.empty());
  }

  /** Nothing but a place and a time. */
  public static NewEntry of(RunEnvironment environment, Instant savedAt) {
    return new NewEntry(
        environment, savedAt, Optional.empty(), Optional.empty(), Jars.NONE, EntryOrigin.UNKNOWN);
  }

  /** The same, measured in an environment. */
  public NewEntry measuredIn(RunEnvironment where) {
    return new NewEntry(where, savedAt, results, jmh, jars, origin);
  }

  /** The same with the text of a results file. */
  public NewEntry withResults(String text) {
    return new NewEntry(environment, savedAt, Optional.of(text), jmh, jars, origin);
  }

  /** The same with JMH's result JSON, if there is one. */
  public NewEntry withJmh(Optional<byte[]> bytes) {
    return new NewEntry(environment, savedAt, results, bytes, jars, origin);
  }

  /** The same with the jar that measured it, if it is known. */
  public NewEntry withJar(Optional<Path> benchmarks) {
    Jars both = new Jars(benchmarks, jars.workloads());
    return new NewEntry(environment, savedAt, results, jmh, both, origin);
  }

  /** The same with the jar of workload providers, if there was one. */
  public NewEntry withWorkloadsJar(Optional<Path> workloads) {
    Jars both = new Jars(jars.benchmarks(), workloads);
    return new NewEntry(environment, savedAt, results, jmh, both, origin);
  }

  /** The same with how it came to be. */
  public NewEntry withOrigin(EntryOrigin how) {
    return new NewEntry(environment, savedAt, results, jmh, jars, how);
  }

  /** The name of its folder. */
  String folderName() {
    return environment.fingerprint() + "-" + savedAt.toEpochMilli();
  }
}
