/**
 * What stands behind the numbers: is this host, are this JVM and its clocks fit to plan and to
 * measure?
 *
 * <p>In: facts and counters of the host, short measurements of the executor, the pool, the clocks
 * and the ruler. Out: {@link io.amorsize.doctor.HealthReport}. One question, one small class, one
 * answer; what an operating system does not tell is unknown and neither passes nor fails.
 */
package io.amorsize.doctor;
