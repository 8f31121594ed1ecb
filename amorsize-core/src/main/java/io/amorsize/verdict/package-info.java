/**
 * Judges: whether a workload passes, whether two results differ, and how sure that is.
 *
 * <p>In: results and measurements. Out: verdicts, comparisons and their {@link
 * io.amorsize.finding.Finding findings}. Reads no file but the two results that {@link
 * io.amorsize.verdict.PerformanceComparison} is told, and prints nothing.
 */
package io.amorsize.verdict;
