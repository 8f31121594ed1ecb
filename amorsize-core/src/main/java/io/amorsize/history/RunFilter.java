package io.amorsize.history;

import io.amorsize.policy.Glob;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which runs of a history are meant; every condition must hold.
 *
 * @param name what the run is called
 * @param commit the start of a commit's hash, or more of it than was recorded
 * @param branch a branch's whole name
 * @param since the earliest time of measuring
 * @param until the time of measuring before which they lie
 * @param labels labels that the run must have
 * @param last only so many of them, the latest
 */
public record RunFilter(
    Optional<Glob> name,
    Optional<String> commit,
    Optional<String> branch,
    Optional<Instant> since,
    Optional<Instant> until,
    Map<String, String> labels,
    OptionalInt last) {

  /** Every run. */
  public static final RunFilter ALL =
      new RunFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          OptionalInt.empty());

  /** Copies the labels; checks the number. */
  public RunFilter {
    labels = Map.copyOf(labels);
    if (last.isPresent() && last.getAsInt() < 1) {
      throw new IllegalArgumentException("last must be at least 1, is " + last.getAsInt());
    }
  }

  /** The same for one branch. */
  public RunFilter ofBranch(String branchName) {
    return new RunFilter(name, commit, Optional.of(branchName), since, until, labels, last);
  }

  /** The same for runs that were measured before a time. */
  public RunFilter before(Instant time) {
    return new RunFilter(name, commit, branch, since, Optional.of(time), labels, last);
  }

  /** The same for so many runs, the latest. */
  public RunFilter last(int count) {
    return new RunFilter(name, commit, branch, since, until, labels, OptionalInt.of(count));
  }

  /** Whether no condition was made. */
  public boolean isEmpty() {
    return equals(ALL);
  }

  /**
   * Those of some runs that are meant.
   *
   * @param runs in the order of their times
   */
  public List<RecordedRun> of(List<RecordedRun> runs) {
    List<RecordedRun> found = runs.stream().filter(run -> matches(run.origin())).toList();
    int left = last.isPresent() ? Math.max(0, found.size() - last.getAsInt()) : 0;
    return found.subList(left, found.size());
  }

  private boolean matches(RunOrigin origin) {
    return name.map(glob -> glob.matches(origin.name())).orElse(true)
        && commit.map(text -> isCommit(origin.commit(), text)).orElse(true)
        && branch.map(text -> origin.branch().equals(branch)).orElse(true)
        && since.map(time -> !origin.time().isBefore(time)).orElse(true)
        && until.map(time -> origin.time().isBefore(time)).orElse(true)
        && origin.labels().entrySet().containsAll(labels.entrySet());
  }

  private static boolean isCommit(Optional<String> recorded, String wanted) {
    String text = wanted.toLowerCase(Locale.ROOT);
    return recorded
        .map(hash -> hash.toLowerCase(Locale.ROOT))
        .map(hash -> hash.startsWith(text) || text.startsWith(hash))
        .orElse(false);
  }
}
