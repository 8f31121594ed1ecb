package io.amorsize.jmh.cli;

/** What the program says to the script that called it. */
public enum ExitCode {
  /** Everything is fine. */
  OK(0),
  /** A regression, a workload that failed its criteria, or a failed self-test or doctor. */
  REGRESSION(1),
  /** Usage, or input that cannot be read. */
  USAGE(2),
  /** It could not be told. */
  COULD_NOT_TELL(3),
  /** A benchmark run failed. */
  RUN_FAILED(4);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  /** The number. */
  public int value() {
    return value;
  }

  /**
   * The code of a run in which several things came true: a failed run first, then a regression,
   * then what could not be told.
   */
  static ExitCode of(boolean runFailed, boolean regression, boolean couldNotTell) {
    if (runFailed) {
      return RUN_FAILED;
    }
    if (regression) {
      return REGRESSION;
    }
    return couldNotTell ? COULD_NOT_TELL : OK;
  }
}
