package io.amorsize.verdict;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.policy.Policy;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Finds the rows of two runs that measure the same thing. Rows of one key pair in their order.
 *
 * @param pairs rows of both sides, in the order of the base
 * @param missing keys of the base alone
 * @param added keys of the current side alone
 * @param findings what pairing met
 */
record RowPairs(
    List<Pair> pairs,
    List<BenchmarkKey> missing,
    List<BenchmarkKey> added,
    List<Finding> findings) {

  /**
   * A row of both sides.
   *
   * @param key its key
   * @param base the row of the base
   * @param current the row of the current side
   */
  record Pair(BenchmarkKey key, BenchmarkRow base, BenchmarkRow current) {

    /** Whether the optimizer chose another plan; a part that a side does not name is unknown. */
    boolean hasOtherPlan() {
      Map<String, String> now = current.key().params();
      return key.isPlanned()
          && base.key().params().entrySet().stream()
              .anyMatch(
                  before ->
                      !now.getOrDefault(before.getKey(), before.getValue())
                          .equals(before.getValue()));
    }

    /** The row, with its parameters, in a message. */
    String name() {
      String params = key.paramText();
      return params.isEmpty() ? key.benchmark() : key.benchmark() + " (" + params + ")";
    }
  }

  static RowPairs of(
      BenchmarkRun base, BenchmarkRun current, RowSelection selection, Policy policy) {
    return new Pairing(policy, selection).pair(base, current);
  }

  /** Rows by key, in the order of the file. */
  private static final class Pairing {

    private final Policy policy;
    private final RowSelection selection;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    Pairing(Policy policy, RowSelection selection) {
      this.policy = policy;
      this.selection = selection;
    }

    RowPairs pair(BenchmarkRun base, BenchmarkRun current) {
      Map<BenchmarkKey, List<BenchmarkRow>> before = byKey(base, this::renamed);
      Map<BenchmarkKey, List<BenchmarkRow>> now = byKey(current, key -> key);
      findDuplicates("base", before);
      findDuplicates("current side", now);
      matchUnknownThreads(before, now);
      List<BenchmarkKey> missing = new ArrayList<>();
      for (Map.Entry<BenchmarkKey, List<BenchmarkRow>> entry : before.entrySet()) {
        List<BenchmarkRow> others = now.getOrDefault(entry.getKey(), List.of());
        List<BenchmarkRow> rows = entry.getValue();
        for (int i = 0; i < rows.size(); i++) {
          if (i < others.size()) {
            pairs.add(new Pair(entry.getKey(), rows.get(i), others.get(i)));
          } else {
            missing.add(entry.getKey());
          }
        }
      }
      List<BenchmarkKey> added = new ArrayList<>();
      now.forEach(
          (key, rows) -> {
            for (int i = before.getOrDefault(key, List.of()).size(); i < rows.size(); i++) {
              added.add(key);
            }
          });
      findMismatches(missing, added);
      return new RowPairs(pairs, missing, added, findings);
    }

    private BenchmarkKey renamed(BenchmarkKey key) {
      return new BenchmarkKey(
          policy.renamed(key.benchmark()), key.mode(), key.params(), key.threads());
    }

    private Map<BenchmarkKey, List<BenchmarkRow>> byKey(
        BenchmarkRun run, UnaryOperator<BenchmarkKey> rename) {
      Map<BenchmarkKey, List<BenchmarkRow>> rows = new LinkedHashMap<>();
      for (BenchmarkRow row : run.rows()) {
        BenchmarkKey key = rename.apply(row.key().withoutPlan());
        if (selection.takes(key)) {
          rows.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
        }
      }
      return rows;
    }

    private void findDuplicates(String side, Map<BenchmarkKey, List<BenchmarkRow>> rows) {
      rows.forEach(
          (key, same) -> {
            if (same.size() > 1) {
              find(
                  FindingCode.DUPLICATE_ROWS,
                  "the %s holds %s %d times; compared in their order, the first with the first",
                  side,
                  text(key),
                  same.size());
            }
          });
    }

    /** A file that does not say how many threads called a benchmark matches any number. */
    private static void matchUnknownThreads(
        Map<BenchmarkKey, List<BenchmarkRow>> before, Map<BenchmarkKey, List<BenchmarkRow>> now) {
      Map<BenchmarkKey, List<BenchmarkKey>> open = new HashMap<>();
      now.keySet().stream()
          .filter(key -> !before.containsKey(key))
          .forEach(key -> open.computeIfAbsent(threads(key, 0), k -> new ArrayList<>()).add(key));
      for (BenchmarkKey key : List.copyOf(before.keySet())) {
        List<BenchmarkKey> same = open.getOrDefault(threads(key, 0), List.of());
        boolean unknown = same.size() == 1 && (key.threads() == 0) != (same.get(0).threads() == 0);
        if (!now.containsKey(key) && unknown) {
          now.put(key, now.remove(same.get(0)));
        }
      }
    }

    private void findMismatches(List<BenchmarkKey> missing, List<BenchmarkKey> added) {
      Map<BenchmarkKey, BenchmarkKey> byThreads = new TreeMap<>();
      Map<BenchmarkKey, BenchmarkKey> byMode = new TreeMap<>();
      for (BenchmarkKey key : added) {
        byThreads.put(threads(key, 0), key);
        byMode.put(mode(key), key);
      }
      for (BenchmarkKey key : missing) {
        BenchmarkKey otherThreads = byThreads.get(threads(key, 0));
        BenchmarkKey otherMode = byMode.get(mode(key));
        if (otherThreads != null && otherThreads.threads() != key.threads()) {
          find(
              FindingCode.THREADS_DIFFER,
              "%s ran with -t %d and with -t %d: not compared",
              text(key),
              key.threads(),
              otherThreads.threads());
        } else if (otherMode != null && !otherMode.mode().equals(key.mode())) {
          find(
              FindingCode.MODES_DIFFER,
              "%s ran in mode %s and in mode %s: not compared",
              text(key),
              key.mode(),
              otherMode.mode());
        }
      }
      findings.addAll(OneSidedParams.find(missing, added));
      findings.addAll(RenameSuggestions.of(missing, added));
    }

    private static BenchmarkKey threads(BenchmarkKey key, int threads) {
      return new BenchmarkKey(key.benchmark(), key.mode(), key.params(), threads);
    }

    private static BenchmarkKey mode(BenchmarkKey key) {
      return new BenchmarkKey(key.benchmark(), "", key.params(), key.threads());
    }

    private static String text(BenchmarkKey key) {
      return key.benchmark() + (key.params().isEmpty() ? "" : " (" + key.paramText() + ")");
    }

    private void find(FindingCode code, String pattern, Object... values) {
      findings.add(
          new Finding(code, Severity.WARNING, String.format(Locale.ROOT, pattern, values)));
    }
  }
}
