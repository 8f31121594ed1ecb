/**
 * What was measured and what came of it, and the files that keep it.
 *
 * <p>In: forks of iterations, plans. Out: {@link io.amorsize.result.PerformanceResult} of a
 * workload and {@link io.amorsize.result.BenchmarkRun} of rows of JMH; and how files of the program
 * are read and written at all. Says how true a prediction was, and judges nothing else.
 */
package io.amorsize.result;
