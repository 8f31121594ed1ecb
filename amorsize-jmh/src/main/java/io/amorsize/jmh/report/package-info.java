/**
 * What people read.
 *
 * <p>In: results and verdicts. Out: text, Markdown and JSON, all from one {@link
 * io.amorsize.jmh.report.Report}. Decides nothing.
 */
package io.amorsize.jmh.report;
