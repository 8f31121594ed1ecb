/**
 * What this machine is: cores, memory, operating system, JVM.
 *
 * <p>In: nothing. Out: {@link io.amorsize.host.HostProfile}. Facts only; what needs a measurement
 * stands in {@code io.amorsize.ruler}.
 */
package io.amorsize.host;
