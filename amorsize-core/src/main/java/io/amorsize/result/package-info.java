/**
 * What was measured and what came of it, and the files that keep it.
 *
 * <p>In: forks of iterations, plans. Out: {@link io.amorsize.result.PerformanceResult} and its
 * JSON. Judges nothing.
 */
package io.amorsize.result;
