package io.amorsize.jmh.evaluation;

/**
 * How good a warm-up is that a pilot fork of 60 iterations chose for the other forks of its
 * benchmark.
 *
 * @param method how it is chosen, in words
 * @param meanWarmup its mean length, iterations
 * @param biased share of the other forks whose next 20 iterations lie more than 5 % off their
 *     steady mean
 * @param medianBias median of that distance, as a share
 */
public record PilotScore(String method, double meanWarmup, Estimate biased, double medianBias) {}
