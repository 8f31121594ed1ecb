package io.amorsize.jmh.report;

/** What a piece of text means; each format shows it in its own way, and never by colour alone. */
public enum Tone {
  /** Nothing in particular. */
  PLAIN,
  /** Better, or passed. */
  GOOD,
  /** Worse, or failed. */
  BAD,
  /** Cannot tell. */
  UNSURE,
  /** Less important. */
  FAINT
}
