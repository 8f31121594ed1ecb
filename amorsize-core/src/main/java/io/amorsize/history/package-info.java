/**
 * Results that are kept to compare with, and to be followed over time.
 *
 * <p>In: results and where they come from. Out: {@link io.amorsize.history.Baseline}, which never
 * changes by itself, and {@link io.amorsize.history.Series}. Knows no database: a {@link
 * io.amorsize.history.HistoryStore} is given.
 */
package io.amorsize.history;
