package io.amorsize.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects the rows of several files, and what the files have differently. */
final class RunJoin {

  /** The place of the rows that belong together: the how-manieth row of its key in its file. */
  private record Slot(BenchmarkKey key, int occurrence) {}

  private final Map<Slot, List<BenchmarkRow>> slots = new LinkedHashMap<>();
  private final Map<String, Set<String>> mixed = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  void add(BenchmarkRun run) {
    Map<BenchmarkKey, Integer> seen = new HashMap<>();
    for (BenchmarkRow row : run.rows()) {
      int occurrence = seen.merge(row.key(), 1, Integer::sum);
      add(slots.computeIfAbsent(new Slot(row.key(), occurrence), slot -> new ArrayList<>()), row);
    }
    notes.addAll(run.notes());
  }

  private void add(List<BenchmarkRow> together, BenchmarkRow row) {
    for (int i = 0; i < together.size(); i++) {
      BenchmarkRow first = together.get(i);
      Optional<BenchmarkRow> joined = first.joinedWith(row);
      if (joined.isPresent()) {
        together.set(i, joined.get());
        noteMixed(first.settings().facts(), row.settings().facts());
        return;
      }
    }
    together.add(row);
  }

  private void noteMixed(Map<String, String> first, Map<String, String> other) {
    first.forEach(
        (fact, value) -> {
          String theirs = other.getOrDefault(fact, value);
          if (!theirs.equals(value)) {
            mixed.computeIfAbsent(fact, name -> new TreeSet<>()).addAll(List.of(value, theirs));
          }
        });
  }

  List<BenchmarkRow> rows() {
    return slots.values().stream().flatMap(List::stream).toList();
  }

  List<String> notes(String label) {
    List<String> all = new ArrayList<>(notes);
    mixed.forEach(
        (fact, values) ->
            all.add(
                "%s: forks of one row were measured with different %s (%s); their spread holds that too"
                    .formatted(
                        ShownText.of(label), fact, ShownText.of(String.join(" and ", values)))));
    return all;
  }
}
