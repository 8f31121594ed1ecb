package io.amorsize.verdict;

/**
 * What one criterion says of a workload.
 *
 * @param status the answer
 * @param message value, bar and remedy; empty where the criterion is met
 * @param regression whether a failure means that performance was lost
 */
public record CriterionOutcome(Status status, String message, boolean regression) {

  /** The answers. */
  public enum Status {
    /** The criterion is met. */
    MET,
    /** Met, by less than it should be. */
    WARNED,
    /** Broken. */
    BROKEN,
    /** The host does not let anybody tell. */
    COULD_NOT_TELL
  }

  static CriterionOutcome met() {
    return new CriterionOutcome(Status.MET, "", false);
  }

  static CriterionOutcome warned(String message) {
    return new CriterionOutcome(Status.WARNED, message, false);
  }

  static CriterionOutcome broken(String message) {
    return new CriterionOutcome(Status.BROKEN, message, false);
  }

  static CriterionOutcome regression(String message) {
    return new CriterionOutcome(Status.BROKEN, message, true);
  }

  static CriterionOutcome couldNotTell(String message) {
    return new CriterionOutcome(Status.COULD_NOT_TELL, message, false);
  }
}
