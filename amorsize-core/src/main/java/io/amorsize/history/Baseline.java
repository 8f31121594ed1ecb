package io.amorsize.history;

import io.amorsize.result.RunEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A named result to compare with, one entry for each environment that it was measured in.
 *
 * @param name its name
 * @param folder its folder
 * @param entries at least one entry
 */
public record Baseline(String name, Path folder, List<Entry> entries) {

  /**
   * A result of one environment.
   *
   * @param environment where it was measured; its facts may be unknown
   * @param savedAt when it was saved
   * @param results the workloads' results, where it has them
   * @param jmh JMH's result JSON, where it has it
   * @param jar the jar that measured it, where it was kept
   * @param workloadsJar the jar of workload providers beside it, where there was one
   * @param origin how it came to be
   */
  public record Entry(
      RunEnvironment environment,
      Instant savedAt,
      Optional<Path> results,
      Optional<Path> jmh,
      Optional<KeptJar> jar,
      Optional<KeptJar> workloadsJar,
      EntryOrigin origin) {

    /** When it was measured, as far as that is known; else when it was saved. */
    public Instant measuredAt() {
      return origin.measuredAt().orElse(savedAt);
    }

    /** The jars that it names. */
    Stream<KeptJar> jars() {
      return Stream.concat(jar.stream(), workloadsJar.stream());
    }

    /** The files that it names. */
    Stream<Path> files() {
      return Stream.concat(results.stream(), jmh.stream());
    }
  }

  /** Copies the entries. */
  public Baseline {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a baseline needs at least one entry");
    }
  }

  /**
   * The entry to compare with: of those that fit, the one whose environment differs least from
   * another; of equal ones, the newest.
   *
   * @param near the other environment; where it is unknown, the entry saved last is taken
   * @param fits which entries come into question
   */
  public Optional<Entry> entryFor(Optional<RunEnvironment> near, Predicate<Entry> fits) {
    Comparator<Entry> newest = Comparator.comparing(Entry::savedAt, Comparator.reverseOrder());
    Comparator<Entry> nearest =
        Comparator.comparingInt(
            entry -> near.map(other -> entry.environment().differencesTo(other).size()).orElse(0));
    return entries.stream().filter(fits).min(nearest.thenComparing(newest));
  }
}
