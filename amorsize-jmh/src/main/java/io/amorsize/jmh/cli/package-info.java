/**
 * The command line: arguments in, one document and an exit code out.
 *
 * <p>The only place that knows picocli, the process's streams and its exit codes. A command reads
 * its options, calls what does the work, and writes what a report made of it. It decides nothing
 * itself.
 */
package io.amorsize.jmh.cli;
