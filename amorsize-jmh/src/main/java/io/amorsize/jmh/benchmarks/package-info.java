/**
 * The workloads as JMH benchmarks.
 *
 * <p>In: a workload's name, threads and chunk size as JMH parameters. Out: what JMH measures. Plans
 * nothing: a plan is given.
 */
package io.amorsize.jmh.benchmarks;
