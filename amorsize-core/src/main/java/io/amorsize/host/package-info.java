/**
 * What this machine is, and what its operating system and its JVM tell at this moment.
 *
 * <p>In: the system's files, the JVM's own counters. Out: {@link io.amorsize.host.HostProfile},
 * {@link io.amorsize.host.HostFacts}, {@link io.amorsize.host.HostCounters}, and clocks of threads
 * and of the compiler. Facts only, unknown where nobody tells; what needs a measurement stands in
 * {@code io.amorsize.ruler}.
 */
package io.amorsize.host;
