package io.amorsize.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an entry of a baseline came to be.
 *
 * @param judgement what the run's own judgement said
 * @param source where the run stood, as the user named it; empty where nobody said
 * @param reason why it was taken although it had not passed; empty where that was not needed
 * @param commit the commit that was measured; empty where it is not known
 * @param measuredAt when it was measured; empty where only the time of saving is known
 */
public record EntryOrigin(
    Judgement judgement,
    Optional<String> source,
    Optional<String> reason,
    Optional<String> commit,
    Optional<Instant> measuredAt) {

  /** What a run's own judgement said. */
  public enum Judgement {
    /** Nothing was found against it. */
    PASSED("passed"),
    /** Something got slower, a criterion was broken, or a part of it failed. */
    FAILED("failed"),
    /** It is a measurement alone. */
    NOT_JUDGED("not judged");

    private final String label;

    Judgement(String label) {
      this.label = label;
    }

    /** The words in files. */
    public String label() {
      return label;
    }

    /** The judgement of a label, if there is one. */
    static Optional<Judgement> of(String label) {
      return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
    }
  }

  /** Nothing is known. */
  public static final EntryOrigin UNKNOWN = of(Judgement.NOT_JUDGED);

  /** Checks the reason. */
  public EntryOrigin {
    requireNonNull(judgement, "judgement is null");
    requireNonNull(source, "source is null");
    requireNonNull(commit, "commit is null");
    requireNonNull(measuredAt, "measuredAt is null");
    if (reason.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("a reason must not be blank");
    }
  }

  /** A judgement alone. */
  public static EntryOrigin of(Judgement judgement) {
    return new EntryOrigin(
        judgement, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, judged. */
  public EntryOrigin withJudgement(Judgement judged) {
    return new EntryOrigin(judged, source, reason, commit, measuredAt);
  }

  /** The same from a place. */
  public EntryOrigin withSource(String place) {
    return new EntryOrigin(judgement, Optional.of(place), reason, commit, measuredAt);
  }

  /** The same with the reason for which it was taken, if there is one. */
  public EntryOrigin withReason(Optional<String> why) {
    return new EntryOrigin(judgement, source, why.or(() -> reason), commit, measuredAt);
  }

  /** The same of a commit, if it is known. */
  public EntryOrigin withCommit(Optional<String> measured) {
    return new EntryOrigin(judgement, source, reason, measured, measuredAt);
  }

  /** The same, measured at a time, if it is known. */
  public EntryOrigin withMeasuredAt(Optional<Instant> time) {
    return new EntryOrigin(judgement, source, reason, commit, time);
  }
}
