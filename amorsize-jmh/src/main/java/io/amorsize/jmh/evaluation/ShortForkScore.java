package io.amorsize.jmh.evaluation;

/**
 * What the first iterations of a fork tell.
 *
 * @param iterations how many are looked at
 * @param settled share of the forks that seem to settle within them
 * @param changed share of these, label steady, whose steady part so far lies more than 5 % off the
 *     level that the label knows
 * @param medianErrorSeconds median distance of the start from the label's, where that lies within
 */
public record ShortForkScore(
    int iterations, Estimate settled, Estimate changed, double medianErrorSeconds) {}
