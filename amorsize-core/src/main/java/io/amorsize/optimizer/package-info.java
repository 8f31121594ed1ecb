/**
 * Chooses threads and chunk size for a function over a list, and predicts the speedup.
 *
 * <p>In: a function and items, or a {@code Trial} that runs them. Out: {@link
 * io.amorsize.optimizer.OptimizationResult} with its reason and what was rejected. Sampling and
 * pilot measure; {@code CostModel} and {@code PlanChooser} only compute. Where nothing may be run
 * twice, {@code FirstMap} and {@code AdaptiveMap} decide on the way.
 */
package io.amorsize.optimizer;
