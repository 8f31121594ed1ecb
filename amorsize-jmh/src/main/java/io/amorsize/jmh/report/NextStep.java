package io.amorsize.jmh.report;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.Verdict;
import java.util.Optional;

/** What to do after a comparison; the most pressing thing alone. */
final class NextStep {

  private NextStep() {}

  static String of(Comparison comparison, Optional<SessionFacts> session) {
    return "Next: "
        + session
            .flatMap(facts -> afterSession(comparison, facts))
            .orElseGet(() -> step(comparison))
        + ".";
  }

  /** What only a session can offer. */
  private static Optional<String> afterSession(Comparison comparison, SessionFacts session) {
    if (session.isCutShort()) {
      return Optional.of("go on with 'ab --resume " + session.folder() + "'");
    }
    if (!session.failures().isEmpty()) {
      return Optional.of("see " + session.folder().resolve("jmh.log") + " for what failed");
    }
    if (session.confirms() && !comparison.regressions().isEmpty()) {
      return Optional.of(
          "what is slower is confirmed: mend it, or agree to it with 'baseline accept "
              + session.folder()
              + " --reason WHY'");
    }
    if (isFlagged(comparison)) {
      return Optional.of(
          "'confirm "
              + session.folder()
              + "' runs "
              + flaggedRows(comparison)
              + " again with fresh forks");
    }
    boolean complete = !comparison.hasManifestGap() && comparison.missing().isEmpty();
    return complete && comparison.count(Verdict.INCONCLUSIVE) > 0
        ? Optional.of("where an answer matters, measure again with --patient and --max-forks 10")
        : Optional.empty();
  }

  private static boolean isFlagged(Comparison comparison) {
    return !comparison.regressions().isEmpty() || !comparison.suspects().isEmpty();
  }

  private static String step(Comparison comparison) {
    boolean flagged = isFlagged(comparison);
    if (comparison.hasManifestGap()) {
      return "find out why expected benchmarks did not run";
    }
    if (comparison.rows().isEmpty()) {
      return "compare results of the same benchmarks, modes, parameters and threads";
    }
    if (flagged && comparison.environmentsDiffer()) {
      return "measure both sides on one machine, a fork of each in turn: ab OLD.jar NEW.jar";
    }
    if (flagged) {
      return "run "
          + flaggedRows(comparison)
          + " again, a fork of each side in turn: confirm COMPARISON.json, or ab OLD.jar NEW.jar";
    }
    if (!comparison.missing().isEmpty()) {
      return "find out why rows are missing";
    }
    if (comparison.count(Verdict.INCONCLUSIVE) > 0) {
      return "measure with more forks where an answer matters";
    }
    return "nothing to do";
  }

  private static String flaggedRows(Comparison comparison) {
    int slower = comparison.regressions().size();
    int suspects = comparison.suspects().size();
    String slowerRows = slower == 1 ? "the slower row" : "the " + slower + " slower rows";
    String suspectRows = suspects == 1 ? "the suspect" : "the " + suspects + " suspects";
    if (suspects == 0) {
      return slowerRows;
    }
    return slower == 0 ? suspectRows : slowerRows + " and " + suspectRows;
  }
}
