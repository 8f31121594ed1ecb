/**
 * How well the optimizer plans, measured on this machine beside what people write by hand.
 *
 * <p>In: a seed and a number of workloads. Out: for each workload, the time of the optimizer's plan
 * over the best of a grid of plans and over a serial loop, how accurate the prediction was and what
 * planning cost. Each workload has a JVM of its own; contestants are timed in turn.
 */
package io.amorsize.jmh.contest;
