package io.amorsize.jmh.evaluation;

import io.amorsize.trend.ChangePoint;
import java.util.List;

/**
 * What methods made of nights.
 *
 * @param suites suites played of each kind
 * @param seed what they were drawn from
 * @param offline scores with all nights known
 * @param online scores night by night
 * @param placedWhenTold share of the steps of 2 % on a quiet machine that can be placed within 3
 *     nights by who is told both levels
 * @param recorded what was found in the nights as they were recorded
 * @param milliseconds time for series of 100, 1000 and 10 000 nights, in this order
 */
public record TrendScores(
    int suites,
    long seed,
    List<TrendScore> offline,
    List<TrendScore> online,
    Estimate placedWhenTold,
    List<Found> recorded,
    List<Double> milliseconds) {

  /**
   * A change that was found in recorded nights.
   *
   * @param change the change
   * @param date its first day
   * @param before the last commit before it
   * @param after the first commit after it
   * @param expected whether it is one of the nine that are known
   */
  public record Found(
      ChangePoint change, String date, String before, String after, boolean expected) {}

  /** Copies the lists. */
  public TrendScores {
    offline = List.copyOf(offline);
    online = List.copyOf(online);
    recorded = List.copyOf(recorded);
    milliseconds = List.copyOf(milliseconds);
  }
}
