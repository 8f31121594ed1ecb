package io.amorsize.jmh.evaluation;

/**
 * How a rule did on pairs of recorded nights. Shares have the commit of the base as the independent
 * unit.
 *
 * @param pairs which pairs, in words
 * @param noise what the rule was told of the noise between sessions, in words
 * @param sessionSd the median of what it was told, as a share; 0 for nothing
 * @param commits of how many commits the pairs are
 * @param alarmed pairs with a verdict
 * @param unexplained pairs with a verdict and no finding about the environment
 * @param called rows with a verdict
 * @param flagged rows with a verdict or under suspicion
 * @param shifted pairs found to have most rows moved together
 * @param otherJdk pairs found to have different JDKs
 */
public record NightlyScore(
    String pairs,
    String noise,
    double sessionSd,
    int commits,
    Estimate alarmed,
    Estimate unexplained,
    Estimate called,
    Estimate flagged,
    Estimate shifted,
    Estimate otherJdk) {}
