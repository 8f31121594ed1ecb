package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What one fork measured.
 *
 * @param row the fork as a row of JMH's result JSON
 * @param warmup scores of the warm-up iterations, in the row's unit
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record ForkRun(ObjectNode row, double[] warmup) {}
