/**
 * A fixed piece of work that tells what the host gives at this moment.
 *
 * <p>In: a number of threads. Out: {@link io.amorsize.ruler.RulerReading}. Tells a host that did
 * not have its cores from a plan that was bad.
 */
package io.amorsize.ruler;
