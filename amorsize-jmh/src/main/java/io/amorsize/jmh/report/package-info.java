/**
 * What people read.
 *
 * <p>In: results and verdicts. Out: text, Markdown, JSON, CSV, JUnit XML and workflow commands;
 * words and numbers of all forms come from one {@link io.amorsize.jmh.report.Report} or {@link
 * io.amorsize.jmh.report.ComparisonReport}. Decides nothing.
 */
package io.amorsize.jmh.report;
