package io.amorsize.result;

/**
 * A file that cannot be used as what it was given for; the message is one sentence for the user.
 */
public final class ResultFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A problem that is told in full by its message. */
  public ResultFormatException(String message) {
    super(message);
  }

  /** A problem that another exception caused. */
  public ResultFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
