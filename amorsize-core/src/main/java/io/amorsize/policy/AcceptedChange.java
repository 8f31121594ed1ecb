package io.amorsize.policy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A slowdown that a team has agreed to live with.
 *
 * @param benchmark full names of benchmarks
 * @param metric {@code primary}, or names of secondary metrics
 * @param upTo the largest slowdown accepted, as a share above 0
 * @param reason why
 * @param by who accepted it; empty where nobody is named
 * @param until the last day on which it holds; empty where it has no end
 * @param since the day on which it was accepted; empty where nobody says
 */
public record AcceptedChange(
    Glob benchmark,
    Glob metric,
    double upTo,
    String reason,
    String by,
    Optional<LocalDate> until,
    Optional<LocalDate> since) {

  /** A slowdown accepted nobody says when. */
  public AcceptedChange(
      Glob benchmark,
      Glob metric,
      double upTo,
      String reason,
      String by,
      Optional<LocalDate> until) {
    this(benchmark, metric, upTo, reason, by, until, Optional.empty());
  }

  /** Checks the range. */
  public AcceptedChange {
    if (!(upTo > 0) || Double.isInfinite(upTo)) {
      throw new IllegalArgumentException("upTo must be positive and finite, is " + upTo);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an accepted change needs a reason");
    }
  }

  /** Whether it is about a metric of a benchmark. */
  public boolean matches(String benchmarkName, String metricName) {
    return benchmark.matches(benchmarkName) && metric.matches(metricName);
  }

  /** Whether its last day has passed. */
  public boolean isExpired(LocalDate today) {
    return until.filter(last -> last.isBefore(today)).isPresent();
  }

  /**
   * Whether a result of a day holds the change already, so that it explains nothing that came
   * after.
   */
  public boolean isContainedIn(LocalDate measuredOn) {
    return since.filter(day -> day.isBefore(measuredOn)).isPresent();
  }

  /** The largest slowdown accepted as people write it, for example {@code 12%}. */
  public String upToText() {
    return new BigDecimal(100 * upTo).round(new MathContext(6)).stripTrailingZeros().toPlainString()
        + "%";
  }

  /** Whether it covers a slowdown, cost now over cost before. */
  public boolean covers(double slowdown) {
    return slowdown <= 1 + upTo;
  }
}
