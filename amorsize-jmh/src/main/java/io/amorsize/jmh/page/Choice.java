package io.amorsize.jmh.page;

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

  /** Copies the values. */
  public Choice {
    values = List.copyOf(values);
  }

  static Choice of(String key, String label, Collection<String> values) {
    return new Choice(
        key, label, values.stream().filter(value -> !value.isEmpty()).distinct().sorted().toList());
  }

  /** Whether there is anything to choose. */
  boolean isUseful() {
    return values.size() > 1 && values.size() <= MOST;
  }
}
