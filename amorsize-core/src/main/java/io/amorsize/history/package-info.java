/**
 * Results that are kept to compare with, and to be followed over time, and what they teach of the
 * noise between sessions.
 *
 * <p>In: results and where they come from. Out: {@link io.amorsize.history.Baseline}, which never
 * changes by itself, {@link io.amorsize.history.Series} and {@link
 * io.amorsize.history.LearnedNoise}. Knows no database: a {@link io.amorsize.history.HistoryStore}
 * is given.
 */
package io.amorsize.history;
