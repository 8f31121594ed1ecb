package io.amorsize.doctor;

import static java.util.Objects.requireNonNull;

import io.amorsize.finding.Finding;
import io.amorsize.host.HostProfile;
import java.util.List;
import java.util.Optional;

/**
 * What all checks found.
 *
 * @param host the machine and the JVM that were looked at
 * @param results the checks and their answers, in a fixed order
 */
public record HealthReport(HostProfile host, List<CheckResult> results) {

  /** Copies the list. */
  public HealthReport {
    requireNonNull(host, "host is null");
    results = List.copyOf(results);
  }

  /** How fit the host is. */
  public Grade grade() {
    return Grade.of(passed(), passed() + failed(), count(Outcome.ERROR));
  }

  /** Checks that passed, those with a note among them. */
  public int passed() {
    return count(Outcome.PASS) + count(Outcome.NOTE);
  }

  /** Checks that failed, with a warning or an error. */
  public int failed() {
    return count(Outcome.WARNING) + count(Outcome.ERROR);
  }

  /** Checks that ended so. */
  public int count(Outcome outcome) {
    return with(outcome).size();
  }

  /** The checks that ended so, in order. */
  public List<CheckResult> with(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }

  /** The findings of the checks that ended so, in order. */
  public List<Finding> findings(Outcome outcome) {
    return with(outcome).stream().map(CheckResult::finding).flatMap(Optional::stream).toList();
  }
}
