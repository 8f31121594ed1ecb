/**
 * A night: the host is examined, something is measured, recorded, compared with two baselines,
 * confirmed, followed over time, reported and promoted.
 *
 * <p>In: what is measured, baselines, a history, clocks. Out: the folder of the night and its
 * {@link io.amorsize.jmh.night.NightJudgement}. Each step leaves a file, so that a night that was
 * killed goes on where it was; what is judged is read from these files alone.
 */
package io.amorsize.jmh.night;
