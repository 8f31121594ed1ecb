package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.result.BenchmarkKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which benchmarks may have been renamed: one vanished, one appeared, with the same parameters, and
 * at least half of the words of their names are the same (Jaccard's coefficient).
 */
final class RenameSuggestions {

  private static final double BAR = 0.5;

  private RenameSuggestions() {}

  private record Candidate(String before, String now, double likeness) {}

  static List<Finding> of(List<BenchmarkKey> missing, List<BenchmarkKey> added) {
    Map<String, Set<String>> before = rows(missing);
    Map<String, Set<String>> now = rows(added);
    Set<String> kept = new TreeSet<>(before.keySet());
    kept.retainAll(now.keySet());
    List<Candidate> candidates = new ArrayList<>();
    before.forEach(
        (oldName, oldRows) ->
            now.forEach(
                (newName, newRows) -> {
                  double likeness = likeness(oldName, newName);
                  boolean open = !kept.contains(oldName) && !kept.contains(newName);
                  if (open && likeness >= BAR && oldRows.equals(newRows)) {
                    candidates.add(new Candidate(oldName, newName, likeness));
                  }
                }));
    candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
    return best(candidates);
  }

  private static List<Finding> best(List<Candidate> candidates) {
    Set<String> taken = new TreeSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!taken.contains(candidate.before()) && !taken.contains(candidate.now())) {
        taken.add(candidate.before());
        taken.add(candidate.now());
        findings.add(
            new Finding(
                FindingCode.MAYBE_RENAMED,
                Severity.INFO,
                candidate.before()
                    + " vanished and "
                    + candidate.now()
                    + " appeared; if it was renamed: --rename "
                    + candidate.before()
                    + "="
                    + candidate.now()));
      }
    }
    return findings;
  }

  /** The rows of each benchmark, without its name. */
  private static Map<String, Set<String>> rows(List<BenchmarkKey> keys) {
    return keys.stream()
        .collect(
            Collectors.groupingBy(
                BenchmarkKey::benchmark,
                TreeMap::new,
                Collectors.mapping(
                    key -> key.mode() + " " + key.threads() + " " + key.paramText(),
                    Collectors.toCollection(TreeSet::new))));
  }

  private static double likeness(String one, String other) {
    Set<String> words = words(one);
    Set<String> others = words(other);
    Set<String> common = new LinkedHashSet<>(words);
    common.retainAll(others);
    Set<String> all = new LinkedHashSet<>(words);
    all.addAll(others);
    return (double) common.size() / all.size();
  }

  /** The words of a name in camel case, with its packages. */
  private static Set<String> words(String name) {
    return Stream.of(name.split("[._$]|(?<=[a-z0-9])(?=[A-Z])"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
