package io.amorsize.jmh.report;

/** Writes a report down. */
public interface ReportFormat {

  /** The whole text, ended by a line feed. */
  String write(Report report);
}
