package io.amorsize.jmh.shard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What each part of a run measures. The longest piece goes first, each to the part that has least
 * to do so far: no part then takes more than 4/3 of what the best split would (Graham, SIAM Journal
 * on Applied Mathematics 17, 1969). The same times give the same split on every machine.
 *
 * @param parts names of what each part measures, in the order of the run
 */
public record ShardSplit(List<List<String>> parts) {

  /** Copies the lists. */
  public ShardSplit {
    parts = parts.stream().map(List::copyOf).toList();
  }

  /**
   * Splits a run.
   *
   * @param expected expected time of each piece by name, in the order of the run
   * @param count number of parts, at least 1
   */
  public static ShardSplit of(Map<String, Duration> expected, int count) {
    List<String> order = List.copyOf(expected.keySet());
    List<List<String>> parts = new ArrayList<>();
    long[] load = new long[count];
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    Comparator<Map.Entry<String, Duration>> longestFirst =
        Map.Entry.<String, Duration>comparingByValue().reversed();
    expected.entrySet().stream()
        .sorted(longestFirst.thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            piece -> {
              int least = leastLoaded(load);
              load[least] += piece.getValue().toMillis();
              parts.get(least).add(piece.getKey());
            });
    parts.forEach(part -> part.sort(Comparator.comparingInt(order::indexOf)));
    return new ShardSplit(parts);
  }

  private static int leastLoaded(long[] load) {
    int least = 0;
    for (int i = 1; i < load.length; i++) {
      least = load[i] < load[least] ? i : least;
    }
    return least;
  }

  /** What a part measures; nothing where there are more parts than pieces. */
  public List<String> of(Shard shard) {
    return parts.get(shard.index() - 1);
  }

  /** All that the run measures. */
  public List<String> all() {
    return parts.stream().flatMap(List::stream).sorted().toList();
  }
}
