/**
 * Runs in parts: what of a suite a machine measures, and the parts as one run again.
 *
 * <p>In: workloads with the times that they are expected to take, or the files of the parts. Out: a
 * {@link io.amorsize.jmh.shard.ShardSplit}, or a {@link io.amorsize.jmh.shard.MergedRun}. Measures
 * nothing and judges nothing.
 */
package io.amorsize.jmh.shard;
