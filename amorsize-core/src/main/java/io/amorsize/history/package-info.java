/**
 * Results that are kept to compare with.
 *
 * <p>In: results and their environment. Out: {@link io.amorsize.history.Baseline}. A baseline never
 * changes by itself.
 */
package io.amorsize.history;
