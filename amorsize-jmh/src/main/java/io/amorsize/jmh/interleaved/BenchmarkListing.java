package io.amorsize.jmh.interleaved;

import io.amorsize.result.ResultFormatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code -lp} prints: names, each followed by its parameters. */
final class BenchmarkListing {

  private static final String HEADER = "Benchmarks:";

  private static final Pattern NAME =
      Pattern.compile("[^\\s\\[\\](){}<>=,:;\"']+\\.[^\\s\\[\\](){}<>=,:;\"']+");

  private static final Pattern PARAMETER =
      Pattern.compile(" {2}param \"(.+)\" = \\{(.*)}", Pattern.DOTALL);

  private final Map<String, Map<String, List<String>>> params = new LinkedHashMap<>();
  private boolean begun;
  private String name = "";

  void accept(String line) {
    Matcher parameter = PARAMETER.matcher(line);
    if (line.startsWith(HEADER)) {
      begun = true;
    } else if (begun && parameter.matches() && !name.isEmpty()) {
      List<String> values = List.of(parameter.group(2).split(", ", -1));
      params.get(name).put(parameter.group(1), values);
    } else if (begun && NAME.matcher(line).matches()) {
      name = line;
      params.putIfAbsent(name, new LinkedHashMap<>());
    }
  }

  /** Whether JMH got as far as listing. */
  boolean hasBegun() {
    return begun;
  }

  /**
   * Each benchmark with each combination of its parameters' values, without those that a side sets.
   *
   * @throws ResultFormatException if the side sets a parameter that none of the benchmarks has
   */
  List<BenchmarkUnit> units(JarSide side) {
    Set<String> own = side.params().keySet();
    own.forEach(parameter -> requireKnown(side, parameter));
    List<BenchmarkUnit> units = new ArrayList<>();
    params.forEach(
        (benchmark, values) -> {
          Map<String, List<String>> open = new LinkedHashMap<>(values);
          open.keySet().removeAll(own);
          combinations(open).forEach(each -> units.add(new BenchmarkUnit(benchmark, each)));
        });
    return units;
  }

  private void requireKnown(JarSide side, String parameter) {
    Set<String> known = new LinkedHashSet<>();
    params.values().forEach(values -> known.addAll(values.keySet()));
    if (!params.isEmpty() && !known.contains(parameter)) {
      throw new ResultFormatException(
          side.label()
              + ": none of the selected benchmarks has a parameter '"
              + parameter
              + "'; "
              + (known.isEmpty() ? "they have none" : "they have " + String.join(", ", known)));
    }
  }

  /** The last parameter's values change fastest. */
  private static List<SortedMap<String, String>> combinations(Map<String, List<String>> values) {
    List<SortedMap<String, String>> all = List.of(new TreeMap<>());
    for (Map.Entry<String, List<String>> parameter : values.entrySet()) {
      List<SortedMap<String, String>> longer = new ArrayList<>();
      for (SortedMap<String, String> each : all) {
        for (String value : parameter.getValue()) {
          SortedMap<String, String> next = new TreeMap<>(each);
          next.put(parameter.getKey(), value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
