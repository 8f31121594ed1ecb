package io.amorsize.jmh.store;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;

/** What a database says of itself, in one sentence. */
final class StoreProblem {

  private StoreProblem() {}

  static ResultFormatException of(String place, Exception cause) {
    return new ResultFormatException(
        place + ": the history cannot be used: " + firstLine(cause), cause);
  }

  /** The first line of what it says. */
  static String firstLine(Exception cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : ShownText.of(message.lines().findFirst().orElse("no reason was given"));
  }
}
