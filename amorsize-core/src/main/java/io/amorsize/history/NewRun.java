package io.amorsize.history;

import static java.util.Objects.requireNonNull;

/**
 * A run that is to be recorded.
 *
 * @param origin where it comes from
 * @param content what it measured
 */
public record NewRun(RunOrigin origin, RunContent content) {

  /** Checks that nothing is missing. */
  public NewRun {
    requireNonNull(origin, "origin is null");
    requireNonNull(content, "content is null");
  }
}
