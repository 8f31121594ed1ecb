package io.amorsize.jmh.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How sessions did that look after each pair of forks.
 *
 * @param settings what was played
 * @param forkSeconds by the name of a file, how long one fork takes with its warm-up and its start
 * @param whole whole suites
 * @param unchanged many more whole suites, nothing planted
 * @param bySize small suites
 * @param fewer designs with fewer pairs at most
 * @param more the design with most pairs
 */
public record SessionScores(
    EvaluationSettings settings,
    Map<String, Double> forkSeconds,
    List<MethodScore> whole,
    List<MethodScore> unchanged,
    List<MethodScore> bySize,
    List<MethodScore> fewer,
    List<MethodScore> more) {

  /** Copies what it gets. */
  public SessionScores {
    forkSeconds = Map.copyOf(forkSeconds);
    whole = List.copyOf(whole);
    unchanged = List.copyOf(unchanged);
    bySize = List.copyOf(bySize);
    fewer = List.copyOf(fewer);
    more = List.copyOf(more);
  }
}
