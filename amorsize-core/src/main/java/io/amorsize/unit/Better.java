package io.amorsize.unit;

/** Which way a metric improves. */
public enum Better {
  /** Smaller is better, as for time or bytes per operation. */
  LOWER("lower"),
  /** Larger is better, as for operations per second. */
  HIGHER("higher"),
  /** The unit does not say; such a metric is shown and never judged by itself. */
  UNKNOWN("unknown");

  private final String label;

  Better(String label) {
    this.label = label;
  }

  /** The word used in files and reports: {@code lower}, {@code higher} or {@code unknown}. */
  public String label() {
    return label;
  }
}
