package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ShownText;
import java.util.List;

/** Rows whose raw data is not what their settings promise. */
final class RawDataNotes {

  private RawDataNotes() {}

  /** A sentence where there are such rows. */
  static List<String> of(List<BenchmarkRow> rows) {
    List<BenchmarkRow> odd = rows.stream().filter(RawDataNotes::isOdd).toList();
    if (odd.isEmpty()) {
      return List.of();
    }
    BenchmarkRow first = odd.get(0);
    return List.of(
        (odd.size() == 1 ? "1 row has" : odd.size() + " rows have")
            + " raw data of another number of forks than was asked for (first: "
            + ShownText.of(first.key().benchmark())
            + " has "
            + first.primary().measurements().forks().size()
            + " of "
            + first.settings().forks().orElseThrow()
            + "); the forks that are there are taken");
  }

  /** A run in JMH's own JVM asks for 0 forks and has one. */
  private static boolean isOdd(BenchmarkRow row) {
    int forks = row.primary().measurements().forks().size();
    int asked = row.settings().forks().orElse(0);
    return forks > 0 && asked > 0 && asked != forks;
  }
}
