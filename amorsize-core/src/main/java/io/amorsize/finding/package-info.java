/**
 * What a reader of a result should know: one small class for each question, one finding for each
 * answer.
 *
 * <p>In: the forks and settings of a row on both sides. Out: {@link io.amorsize.finding.Finding}.
 * Changes no verdict.
 */
package io.amorsize.finding;
