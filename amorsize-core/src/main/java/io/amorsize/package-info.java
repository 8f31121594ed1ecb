/**
 * The front door: {@link io.amorsize.Amorsize} plans, runs and validates a function over a list.
 */
package io.amorsize;
