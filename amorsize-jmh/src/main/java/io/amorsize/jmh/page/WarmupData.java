package io.amorsize.jmh.page;

import io.amorsize.jmh.json.Warmups;
import io.amorsize.result.Measurements;
import io.amorsize.verdict.RowComparison;
import io.amorsize.verdict.SideSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the forks of a row did before they were measured, for the script to draw. */
record WarmupData(RowComparison row, Warmups warmups, ForkPoints points) {

  /** Both sides' warm-up; null where none was kept in the unit of the row. */
  Map<String, Object> plain() {
    if (!row.metric().equals(RowComparison.PRIMARY)) {
      return null;
    }
    Measurements base = inUnit(warmups.ofBase(row.base()), row.base());
    Measurements current = inUnit(warmups.ofCurrent(row.current()), row.current());
    Map<String, Object> data = new StepScores(points).of(base, current);
    if (data != null) {
      data.put("baseIterations", iterations(base));
      data.put("currentIterations", iterations(current));
    }
    return data;
  }

  private static Measurements inUnit(Optional<Measurements> warmup, SideSummary side) {
    return warmup
        .filter(kept -> kept.unit().equals(side.measurements().unit()))
        .orElseGet(() -> new Measurements(side.measurements().unit(), List.of()));
  }

  private static int iterations(Measurements warmup) {
    return warmup.forks().isEmpty() ? 0 : warmup.forks().get(0).size();
  }
}
