package io.amorsize.jmh.page;

import io.amorsize.result.BenchmarkKey;
import java.util.Collection;
import java.util.List;

/**
 * A way to narrow the rows: one of some values.
 *
 * @param key by which the script finds a row's value
 * @param label what a reader chooses
 * @param values what there is
 */
public record Choice(String key, String label, List<String> values) {

  /** With more values the filter by text serves better. */
  private static final int MOST = 300;

  /** Stands before a parameter's name in its key. */
  static final String PARAMETER = "param:";

  /** Copies the values. */
  public Choice {
    values = List.copyOf(values);
  }

  static Choice of(String key, String label, Collection<String> values) {
    return new Choice(
        key, label, values.stream().filter(value -> !value.isEmpty()).distinct().sorted().toList());
  }

  /** The parameters that can be chosen, by name. */
  static List<Choice> ofParameters(Collection<BenchmarkKey> keys) {
    return keys.stream()
        .flatMap(key -> key.params().keySet().stream())
        .distinct()
        .sorted()
        .map(name -> ofParameter(name, keys))
        .filter(Choice::isUseful)
        .toList();
  }

  private static Choice ofParameter(String name, Collection<BenchmarkKey> keys) {
    List<String> values =
        keys.stream()
            .filter(key -> key.params().containsKey(name))
            .map(key -> key.params().get(name))
            .toList();
    return of(PARAMETER + name, name, values);
  }

  /** Whether there is anything to choose. */
  boolean isUseful() {
    return values.size() > 1 && values.size() <= MOST;
  }
}
