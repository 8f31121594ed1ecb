package io.amorsize.jmh.runner;

/** A benchmark or its planning gave no result; the message says what happened in one sentence. */
public final class BenchmarkFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure that is told in full by its message. */
  public BenchmarkFailedException(String message) {
    super(message);
  }

  /** A failure that another exception caused. */
  public BenchmarkFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
