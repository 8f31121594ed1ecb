/**
 * The warm-up of rows that kept it: where each fork settles, and how many iterations to leave out.
 *
 * <p>In: rows of a result, every iteration from the start of the JVM on. Out: {@link
 * io.amorsize.warmup.RowWarmup}, and runs without their warm-up. Knows no file and judges no
 * change.
 */
package io.amorsize.warmup;
