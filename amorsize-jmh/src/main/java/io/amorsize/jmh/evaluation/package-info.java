/**
 * How well the program judges: the rule of {@link io.amorsize.verdict}, sessions that stop early,
 * changes of trends, ends of warm-ups; and how long a large history takes.
 *
 * <p>In: a folder of JMH results of unchanged code, or the size of a history. Out: error rates,
 * each with its standard error, or times. Changes are planted, and every answer comes from the same
 * entry that users call.
 */
package io.amorsize.jmh.evaluation;
