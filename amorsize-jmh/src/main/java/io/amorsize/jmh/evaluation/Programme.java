package io.amorsize.jmh.evaluation;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is played with a file.
 *
 * @param rows rows of a suite
 * @param forks forks of a row on both sides
 * @param suites how many suites
 * @param changes what is planted
 * @param sparse whether suites in which few rows changed are played too
 */
record Programme(
    int rows, ForkCounts forks, int suites, Set<PlantedChange> changes, boolean sparse) {

  private static final Set<PlantedChange> MAIN =
      EnumSet.of(PlantedChange.BY_5, PlantedChange.BY_10);

  private static final Set<PlantedChange> ALL =
      EnumSet.complementOf(EnumSet.of(PlantedChange.BY_3));

  /** Everything. */
  static Programme whole(int rows, ForkCounts forks, int suites) {
    return new Programme(rows, forks, suites, ALL, true);
  }

  /** No change. */
  static Programme unchanged(int rows, ForkCounts forks, int suites) {
    return new Programme(rows, forks, suites, Set.of(), false);
  }

  /** A change of 10 % alone. */
  static Programme tenPercent(int rows, ForkCounts forks, int suites) {
    return new Programme(rows, forks, suites, EnumSet.of(PlantedChange.BY_10), false);
  }

  /** Changes of 3, 5 and 10 %: what many forks may find. */
  static Programme patient(int rows, ForkCounts forks, int suites) {
    Set<PlantedChange> changes = EnumSet.copyOf(MAIN);
    changes.add(PlantedChange.BY_3);
    return new Programme(rows, forks, suites, changes, false);
  }

  /** Changes of 5 and 10 % alone. */
  static Programme main(int rows, ForkCounts forks, int suites) {
    return new Programme(rows, forks, suites, MAIN, false);
  }
}
