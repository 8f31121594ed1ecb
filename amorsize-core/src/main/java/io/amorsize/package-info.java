/**
 * The front door: {@link io.amorsize.Amorsize} plans, runs and validates a function over a list.
 *
 * <p>In: a function and items. Out: a plan, results in input order, or how true a prediction is.
 * Knows no JMH; everything is done by the packages before it.
 */
package io.amorsize;
