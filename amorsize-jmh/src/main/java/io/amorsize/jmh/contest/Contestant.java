package io.amorsize.jmh.contest;

import java.util.function.Supplier;

/**
 * One way to run a function over a list.
 *
 * @param name its name in results
 * @param pass runs the whole list and returns the results, so that no compiler leaves them out
 */
record Contestant(String name, Supplier<Object> pass) {}
