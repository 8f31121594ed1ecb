package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.BenchmarkKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parameters that benchmarks have on one side alone, so that no row of one side is a row of the
 * other.
 *
 * @param base names of those that only the base has
 * @param current names of those that only the current side has
 */
public record OneSidedParams(SortedSet<String> base, SortedSet<String> current) {

  /**
   * Finds them, a sentence for all benchmarks that differ in the same way.
   *
   * @param missing keys of the base alone
   * @param added keys of the current side alone
   */
  public static List<Finding> find(List<BenchmarkKey> missing, List<BenchmarkKey> added) {
    Map<String, Set<String>> before = names(missing);
    Map<String, Set<String>> now = names(added);
    Map<OneSidedParams, List<String>> benchmarks = new LinkedHashMap<>();
    before.keySet().retainAll(now.keySet());
    before.forEach(
        (benchmark, names) -> {
          OneSidedParams params =
              new OneSidedParams(
                  without(names, now.get(benchmark)), without(now.get(benchmark), names));
          if (!params.base.isEmpty() || !params.current.isEmpty()) {
            benchmarks.computeIfAbsent(params, unused -> new ArrayList<>()).add(benchmark);
          }
        });
    return benchmarks.entrySet().stream()
        .map(entry -> entry.getKey().finding(entry.getValue()))
        .toList();
  }

  private static Map<String, Set<String>> names(List<BenchmarkKey> keys) {
    Map<String, Set<String>> names = new TreeMap<>();
    for (BenchmarkKey key : keys) {
      names
          .computeIfAbsent(key.benchmark(), unused -> new TreeSet<>())
          .addAll(key.params().keySet());
    }
    return names;
  }

  private static SortedSet<String> without(Set<String> names, Set<String> others) {
    SortedSet<String> left = new TreeSet<>(names);
    left.removeAll(others);
    return left;
  }

  private Finding finding(List<String> benchmarks) {
    int others = benchmarks.size() - 1;
    String who =
        switch (others) {
          case 0 -> benchmarks.get(0) + " has ";
          case 1 -> benchmarks.get(0) + " and 1 other benchmark have ";
          default -> benchmarks.get(0) + " and " + others + " other benchmarks have ";
        };
    List<String> what = new ArrayList<>();
    if (!base.isEmpty()) {
      what.add(counted(base) + " on the base alone");
    }
    if (!current.isEmpty()) {
      what.add(counted(current) + " on the current side alone");
    }
    return new Finding(
        FindingCode.PARAMS_DIFFER,
        Severity.WARNING,
        who + String.join(" and ", what) + ": not compared");
  }

  private static String counted(SortedSet<String> names) {
    return (names.size() == 1 ? "the parameter " : "the parameters ") + String.join(", ", names);
  }
}
