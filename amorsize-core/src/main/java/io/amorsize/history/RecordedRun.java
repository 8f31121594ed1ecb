package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A run that a history holds, without what it measured.
 *
 * @param hash the hash of its content, which is its identity
 * @param origin where it comes from
 * @param recordedAt when it was recorded, to the millisecond
 * @param rows rows of JMH that it holds
 * @param results results of workloads that it holds
 */
public record RecordedRun(
    String hash, RunOrigin origin, Instant recordedAt, int rows, int results) {

  /** By the time of measuring; of one time, by hash. */
  public static final Comparator<RecordedRun> BY_TIME =
      Comparator.comparing((RecordedRun run) -> run.origin().time())
          .thenComparing(RecordedRun::hash);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int SHOWN_DIGITS = 10;

  /** Checks the hash's form and the counts. */
  public RecordedRun {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("hash must be 64 digits of 0-9a-f, is " + hash);
    }
    requireNonNull(origin, "origin is null");
    requireNonNull(recordedAt, "recordedAt is null");
    if (rows < 0 || results < 0 || rows + results == 0) {
      throw new IllegalArgumentException(
          "a run needs a row or a result, has " + rows + " and " + results);
    }
  }

  /** The first digits of its hash, enough to name it by. */
  public String id() {
    return hash.substring(0, SHOWN_DIGITS);
  }
}
