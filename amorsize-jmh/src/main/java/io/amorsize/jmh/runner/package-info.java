/**
 * Runs the suite: plans in JVMs of their own, JMH forks one at a time, in the order that we choose.
 *
 * <p>In: workloads, a profile, what runs a fork. Out: a {@link
 * io.amorsize.result.PerformanceResult} for each workload and JMH's JSON. The only place, with the
 * benchmarks, that knows JMH; prints nothing, a listener is told.
 */
package io.amorsize.jmh.runner;
