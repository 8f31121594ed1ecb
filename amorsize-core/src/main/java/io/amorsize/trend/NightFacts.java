package io.amorsize.trend;

import static java.util.Objects.requireNonNull;

import io.amorsize.history.Machine;
import io.amorsize.history.SeriesPoint;
import io.amorsize.host.HostProfile;
import io.amorsize.result.RunEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a night.
 *
 * @param run names the run
 * @param time when it was measured
 * @param commit what was measured
 * @param machine CPU model and cores, as they were recorded; empty where they are unknown
 * @param environment other facts by name, such as the kernel; without those that are unknown
 */
public record NightFacts(
    String run,
    Instant time,
    Optional<String> commit,
    Optional<String> machine,
    SortedMap<String, String> environment) {

  /** Copies the facts. */
  public NightFacts {
    requireNonNull(run, "run is null");
    requireNonNull(time, "time is null");
    requireNonNull(commit, "commit is null");
    requireNonNull(machine, "machine is null");
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
  }

  /** What a point of a series says of its night. */
  static NightFacts of(SeriesPoint point) {
    Machine machine = Machine.of(point);
    SortedMap<String, String> facts = new TreeMap<>();
    point
        .run()
        .origin()
        .environment()
        .map(RunEnvironment::kernel)
        .filter(kernel -> !kernel.equals(HostProfile.UNKNOWN))
        .ifPresent(kernel -> facts.put("kernel", kernel));
    Optional<String> jdk =
        point
            .settings()
            .jdkVersion()
            .or(() -> machine.jdk() == 0 ? Optional.empty() : Optional.of("" + machine.jdk()));
    jdk.ifPresent(version -> facts.put("JDK", version));
    if (!machine.jvm().isEmpty()) {
      facts.put("JVM", machine.jvm());
    }
    return new NightFacts(
        point.run().hash(),
        point.run().origin().time(),
        point.run().origin().commit(),
        machine.isKnown() ? Optional.of(named(machine)) : Optional.empty(),
        facts);
  }

  private static String named(Machine machine) {
    return machine.cores() == 0
        ? machine.cpuModel()
        : machine.cpuModel() + ", " + machine.cores() + " cores";
  }

  /** Facts that a later night has differently, in words; what one of them does not know is none. */
  List<String> differencesTo(NightFacts later) {
    List<String> found = new ArrayList<>();
    environment.forEach(
        (fact, value) -> {
          String now = later.environment.getOrDefault(fact, value);
          if (!now.equals(value)) {
            found.add(fact + " " + value + " -> " + now);
          }
        });
    return found;
  }

  /** Whether both are known to have measured the same commit. */
  boolean isOfSameCommit(NightFacts other) {
    return commit.isPresent() && commit.equals(other.commit);
  }
}
