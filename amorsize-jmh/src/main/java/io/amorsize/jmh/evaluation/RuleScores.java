package io.amorsize.jmh.evaluation;

import java.util.List;

/**
 * How our rule and others did.
 *
 * @param settings what was played
 * @param whole the whole suite, everything planted
 * @param byForks the whole suite with other numbers of forks
 * @param bySize small suites
 */
public record RuleScores(
    EvaluationSettings settings,
    List<MethodScore> whole,
    List<MethodScore> byForks,
    List<MethodScore> bySize) {

  /** Copies the lists. */
  public RuleScores {
    whole = List.copyOf(whole);
    byForks = List.copyOf(byForks);
    bySize = List.copyOf(bySize);
  }
}
