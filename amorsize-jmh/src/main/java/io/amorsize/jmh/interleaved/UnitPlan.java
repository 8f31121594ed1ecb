package io.amorsize.jmh.interleaved;

import java.time.Duration;

/**
 * How a unit is measured, found before its first pair.
 *
 * @param iterations of each fork
 * @param settled whether the pilot saw the end of the warm-up
 * @param cost time that finding it took
 */
record UnitPlan(ForkIterations iterations, boolean settled, Duration cost) {}
