/**
 * Benchmark jars from commits, and what else git is asked.
 *
 * <p>In: a repository, two commits and the command that builds them. Out: a jar for each side, kept
 * where a later run finds it again. It must not know JMH, what is measured with the jars, or where
 * the program prints.
 */
package io.amorsize.jmh.build;
