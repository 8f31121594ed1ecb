package io.amorsize.jmh.evaluation;

/**
 * How well a method agrees with the labels of recorded forks.
 *
 * @param forks which forks, in words
 * @param method the method's name
 * @param sensitivity share of the steady forks that it calls steady
 * @param specificity share of the others that it does not
 * @param medianErrorSeconds median over forks that both call steady of the size of the time between
 *     their starts
 * @param within5Seconds share of these where that is below 5 s
 * @param biased share of these where the mean of the next 100 iterations lies more than 5 % from
 *     that of the steady ones
 * @param medianSeconds median time until the start found
 */
public record SteadyScore(
    String forks,
    String method,
    Estimate sensitivity,
    Estimate specificity,
    double medianErrorSeconds,
    Estimate within5Seconds,
    Estimate biased,
    double medianSeconds) {

  /** Mean of sensitivity and specificity. */
  public double balancedAccuracy() {
    return (sensitivity.value() + specificity.value()) / 2;
  }
}
