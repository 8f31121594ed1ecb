/**
 * What is to be run: a function, its items, and what is expected of it.
 *
 * <p>In: a seed and providers. Out: {@link io.amorsize.workload.WorkloadSpec}. Knows nothing of
 * threads or measuring.
 */
package io.amorsize.workload;
