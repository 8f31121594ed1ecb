package io.amorsize.policy;

import io.amorsize.unit.Better;
import java.util.Optional;

/**
 * How one metric of one benchmark is judged.
 *
 * @param threshold the smallest effect that counts, as a share in (0, 1)
 * @param margin within which sides count as the same, as a share in (0, 1)
 * @param better which way is better, where the unit does not say
 */
public record MetricPolicy(double threshold, double margin, Optional<Better> better) {

  /** Checks the ranges. */
  public MetricPolicy {
    if (!(threshold > 0 && threshold < 1) || !(margin > 0 && margin < 1)) {
      throw new IllegalArgumentException(
          "threshold and margin must be in (0, 1), are " + threshold + " and " + margin);
    }
  }
}
