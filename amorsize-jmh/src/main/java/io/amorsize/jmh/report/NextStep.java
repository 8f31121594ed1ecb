package io.amorsize.jmh.report;

import io.amorsize.verdict.Comparison;
import io.amorsize.verdict.Verdict;

/** What to do after a comparison; the most pressing thing alone. */
final class NextStep {

  private NextStep() {}

  static String of(Comparison comparison) {
    return "Next: " + step(comparison) + ".";
  }

  private static String step(Comparison comparison) {
    boolean flagged = !comparison.regressions().isEmpty() || !comparison.suspects().isEmpty();
    if (comparison.hasManifestGap()) {
      return "find out why expected benchmarks did not run";
    }
    if (comparison.rows().isEmpty()) {
      return "compare results of the same benchmarks, modes, parameters and threads";
    }
    if (flagged && comparison.environmentsDiffer()) {
      return "measure both sides on one machine, a fork of each in turn";
    }
    if (flagged) {
      return "run " + flaggedRows(comparison) + " again, a fork of each side in turn";
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
