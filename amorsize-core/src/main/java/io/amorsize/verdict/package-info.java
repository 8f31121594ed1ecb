/**
 * Judges: whether a workload passes, whether two results differ, and how sure that is.
 *
 * <p>In: results and measurements. Out: verdicts, comparisons and {@link
 * io.amorsize.verdict.Finding} s. Prints nothing.
 */
package io.amorsize.verdict;
