/**
 * Measures a recommendation inside one JVM.
 *
 * <p>In: a function, items, an {@link io.amorsize.optimizer.OptimizationResult}. Out: {@link
 * io.amorsize.result.BenchmarkResult}. Starts no other JVM, and chooses no other plan.
 */
package io.amorsize.validation;
