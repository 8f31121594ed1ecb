package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.RunEnvironment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a run comes from.
 *
 * @param name what its user calls it; several runs may share a name
 * @param time when it was measured, to the millisecond
 * @param commit what was measured: a hash, perhaps shortened
 * @param branch the branch of that commit
 * @param labels whatever else its user wants to tell runs apart by
 * @param environment the machine and JVM, as far as they are known
 */
public record RunOrigin(
    String name,
    Instant time,
    Optional<String> commit,
    Optional<String> branch,
    SortedMap<String, String> labels,
    Optional<RunEnvironment> environment) {

  /** Copies the labels; checks that no text is blank. */
  public RunOrigin {
    requireText("name", name);
    time = requireNonNull(time, "time is null").truncatedTo(ChronoUnit.MILLIS);
    commit.ifPresent(text -> requireText("commit", text));
    branch.ifPresent(text -> requireText("branch", text));
    labels.keySet().forEach(text -> requireText("a label's name", text));
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    requireNonNull(environment, "environment is null");
  }

  /** A run of which no more than its name and time is known. */
  public static RunOrigin of(String name, Instant time) {
    return new RunOrigin(
        name, time, Optional.empty(), Optional.empty(), new TreeMap<>(), Optional.empty());
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }

  /** The same with a commit and its branch. */
  public RunOrigin at(Optional<String> hash, Optional<String> branchName) {
    return new RunOrigin(name, time, hash, branchName, labels, environment);
  }

  /** The same with these labels beside its own; of one name, the new one counts. */
  public RunOrigin labelled(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(labels);
    all.putAll(more);
    return new RunOrigin(name, time, commit, branch, all, environment);
  }

  /** The same, measured in an environment. */
  public RunOrigin measuredIn(Optional<RunEnvironment> where) {
    return new RunOrigin(name, time, commit, branch, labels, where);
  }
}
