/**
 * Runs a function over a list with a given number of threads and a given chunk size.
 *
 * <p>In: a function, items, an {@link io.amorsize.execution.ExecutionPlan}. Out: results in input
 * order. Decides nothing.
 */
package io.amorsize.execution;
