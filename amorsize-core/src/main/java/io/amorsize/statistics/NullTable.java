package io.amorsize.statistics;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Null distributions of the change statistic by fork counts, minimum effect and iterations. */
public final class NullTable {

  /** From this minimum effect on, the entries with a floor of 3 % apply. */
  private static final double FLOOR = Math.log(1.03) - 1e-12;

  /** Entries are compared by their 1 % point where the exact one is missing. */
  private static final double RANKED_BY = 0.01;

  /** How many iterations the fork with the fewest has. */
  public enum Iterations {
    /** 8 or more. */
    MANY,
    /** 3 to 7. */
    SOME,
    /** 1 or 2: the three summaries of a fork nearly coincide. */
    FEW;

    static Iterations of(int least) {
      if (least >= 8) {
        return MANY;
      }
      return least >= 3 ? SOME : FEW;
    }
  }

  /**
   * What an entry is for.
   *
   * @param larger forks of the side with more
   * @param smaller forks of the side with fewer
   * @param floor whether effects below 3 % count as none
   * @param iterations iterations of a fork
   */
  public record Key(int larger, int smaller, boolean floor, Iterations iterations) {}

  private final Map<Key, NullDistribution> entries;
  private final Map<Key, NullDistribution> resolved = new ConcurrentHashMap<>();

  /** A table of these distributions. */
  public NullTable(Map<Key, NullDistribution> entries) {
    this.entries = Map.copyOf(entries);
  }

  /**
   * The distribution for two sides; where the table has none for their fork counts, the sharpest of
   * those with no more forks on either side, which are all more cautious.
   *
   * @param forks forks of one side
   * @param otherForks forks of the other, in any order
   * @param leastIterations iterations of the fork with the fewest
   * @param logThreshold log of 1 plus the smallest effect that counts
   * @throws IllegalArgumentException if a side has fewer forks than any entry
   */
  public NullDistribution find(
      int forks, int otherForks, int leastIterations, double logThreshold) {
    Key exact =
        new Key(
            Math.max(forks, otherForks),
            Math.min(forks, otherForks),
            logThreshold >= FLOOR,
            Iterations.of(leastIterations));
    return resolved.computeIfAbsent(exact, this::resolve);
  }

  private NullDistribution resolve(Key exact) {
    NullDistribution found = entries.get(exact);
    if (found != null) {
      return found;
    }
    return entries.entrySet().stream()
        .filter(entry -> isAtMost(entry.getKey(), exact))
        .min(
            Comparator.<Map.Entry<Key, NullDistribution>>comparingDouble(
                    entry -> entry.getValue().critical(RANKED_BY))
                .thenComparing(entry -> -entry.getKey().larger())
                .thenComparing(entry -> -entry.getKey().smaller()))
        .map(Map.Entry::getValue)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no null distribution for "
                        + exact.larger()
                        + " v "
                        + exact.smaller()
                        + " forks"));
  }

  private static boolean isAtMost(Key key, Key wanted) {
    return key.floor() == wanted.floor()
        && key.iterations() == wanted.iterations()
        && key.larger() <= wanted.larger()
        && key.smaller() <= wanted.smaller();
  }
}
