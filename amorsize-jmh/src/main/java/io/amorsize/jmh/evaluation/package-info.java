/**
 * How well the rule of {@link io.amorsize.verdict} judges, measured on recorded benchmarks.
 *
 * <p>In: a folder of JMH results of unchanged code. Out: error rates, each with its standard error.
 * Changes are planted, and every answer comes from the same entry that users call.
 */
package io.amorsize.jmh.evaluation;
