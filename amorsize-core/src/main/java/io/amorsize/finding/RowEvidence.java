package io.amorsize.finding;

import static java.util.Objects.requireNonNull;

import io.amorsize.result.RowSettings;
import io.amorsize.statistics.ForkCosts;
import java.util.OptionalDouble;

/**
 * A row on both sides, as the checks see it.
 *
 * @param base costs of the base; no fork where nothing can be judged
 * @param current costs of the current side
 * @param baseSettings how the base was measured
 * @param currentSettings how the current side was measured
 * @param slowdown cost now over cost before; empty where it cannot be told
 * @param smallestDetectable the smallest change that could have been seen, as a share; empty where
 *     there was no test
 */
public record RowEvidence(
    ForkCosts base,
    ForkCosts current,
    RowSettings baseSettings,
    RowSettings currentSettings,
    OptionalDouble slowdown,
    OptionalDouble smallestDetectable) {

  /** Checks that nothing is missing. */
  public RowEvidence {
    requireNonNull(base, "base is null");
    requireNonNull(current, "current is null");
    requireNonNull(baseSettings, "baseSettings is null");
    requireNonNull(currentSettings, "currentSettings is null");
    requireNonNull(slowdown, "slowdown is null");
    requireNonNull(smallestDetectable, "smallestDetectable is null");
  }

  /** The two sides by name. */
  ForkCosts side(Side side) {
    return side == Side.BASE ? base : current;
  }

  /** The sides of a comparison, in the words of a message. */
  enum Side {
    BASE("base"),
    CURRENT("current side");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
