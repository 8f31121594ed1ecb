/**
 * Two sides measured in turn, fork by fork, by JMH processes of their own.
 *
 * <p>In: two jars or class paths with JMH benchmarks, and JMH arguments. Out: rows of JMH's result
 * JSON, one fork each, with their warm-up. When a row is decided is asked of {@link
 * io.amorsize.verdict}; what is told to people is not its business.
 */
package io.amorsize.jmh.interleaved;
