/**
 * The workloads as JMH benchmarks, and what planning them and handing them to threads costs.
 *
 * <p>In: a workload's name, threads and chunk size as JMH parameters. Out: what JMH measures. The
 * benchmark of a workload plans nothing: a plan is given.
 */
package io.amorsize.jmh.benchmarks;
