/**
 * What runs and comparisons leave in files: JMH's result JSON first of all.
 *
 * <p>In: files or rows as JMH writes them, whole or damaged; folders of runs; comparisons. Out:
 * rows, {@link io.amorsize.result.Measurements}, or one sentence that says what is wrong. Runs no
 * JMH and judges nothing.
 */
package io.amorsize.jmh.json;
