package io.amorsize.warmup;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs without the warm-up that their rows hold. Both sides of a comparison lose the same
 * iterations of a row, the later start of the two, since the fastest of more iterations is faster.
 * A row that has no steady fork on a side stays as it is.
 */
public final class WarmupSkip {

  private final Map<BenchmarkKey, Integer> counts = new HashMap<>();
  private final List<String> notes = new ArrayList<>();

  private WarmupSkip() {}

  /** What is to be left out of these runs. */
  public static WarmupSkip of(BenchmarkRun... sides) {
    WarmupSkip skip = new WarmupSkip();
    for (BenchmarkRun side : sides) {
      int unsteady = 0;
      int total = 0;
      for (BenchmarkRow row : side.rows()) {
        RowWarmup warmup = RowWarmup.of(row, 0);
        Optional<WarmupAdvice> advice = warmup.advice();
        advice.ifPresent(found -> skip.counts.merge(row.key(), found.iterations(), Math::max));
        total += warmup.forks().size();
        unsteady += warmup.forks().size() - warmup.steadyForks();
      }
      if (unsteady > 0) {
        skip.notes.add(
            "%s: %d of %d forks do not settle or are too short to tell; see 'steady'"
                .formatted(side.label(), unsteady, total));
      }
    }
    return skip;
  }

  /** A side without what is to be left out, with notes on what that was. */
  public BenchmarkRun apply(BenchmarkRun side) {
    List<BenchmarkRow> rows = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (BenchmarkRow row : side.rows()) {
      int count = Math.min(counts.getOrDefault(row.key(), 0), shortest(row) - 1);
      rows.add(count > 0 ? row.withoutFirstIterations(count) : row);
      least = Math.min(least, Math.max(count, 0));
      most = Math.max(most, count);
    }
    List<String> all = new ArrayList<>(side.notes());
    if (!rows.isEmpty()) {
      all.add(
          "the first %d to %d iterations of a fork are left out as warm-up".formatted(least, most));
    }
    notes.stream()
        .filter(note -> note.startsWith(side.label() + ": "))
        .map(note -> note.substring(side.label().length() + 2))
        .forEach(all::add);
    return new BenchmarkRun(side.label(), rows, side.environment(), all);
  }

  private static int shortest(BenchmarkRow row) {
    return row.primary().measurements().forks().stream()
        .mapToInt(fork -> fork.size())
        .min()
        .orElse(1);
  }
}
