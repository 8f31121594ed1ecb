/**
 * JMH's result JSON.
 *
 * <p>In: files or rows as JMH writes them, whole or damaged. Out: rows, {@link
 * io.amorsize.result.Measurements}, or one sentence that says what is wrong. Runs no JMH and judges
 * nothing.
 */
package io.amorsize.jmh.json;
