/**
 * Judgements as assertions of tests.
 *
 * <p>In: two results. Out: nothing, or an {@link java.lang.AssertionError} that shows what became
 * slower. Depends on no test framework.
 */
package io.amorsize.jmh.assertion;
