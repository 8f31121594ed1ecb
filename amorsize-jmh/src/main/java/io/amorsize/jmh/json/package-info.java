/**
 * JMH's result JSON.
 *
 * <p>In: files or rows as JMH writes them. Out: rows, and {@link io.amorsize.result.Measurements}.
 */
package io.amorsize.jmh.json;
