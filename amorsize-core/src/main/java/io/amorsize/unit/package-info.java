/**
 * What a number measures and which way is better.
 *
 * <p>In: a unit's symbol. Out: {@link io.amorsize.unit.MetricUnit}. Knows nothing of the rest.
 */
package io.amorsize.unit;
