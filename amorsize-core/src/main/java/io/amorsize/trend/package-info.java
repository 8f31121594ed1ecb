/**
 * Where the series of a suite of nights moved.
 *
 * <p>In: {@link io.amorsize.history.Series}, or values of nights with their commits and machines.
 * Out: {@link io.amorsize.trend.SuiteTrend}: change points with their size, their certainty and the
 * commits around them. What the machine of a night explains is taken off first. Knows no report and
 * no store.
 */
package io.amorsize.trend;
