package io.amorsize.jmh.report;

import io.amorsize.jmh.report.Section.Table;
import io.amorsize.optimizer.TimeBreakdown;
import io.amorsize.result.PerformanceResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the predicted pass of a plan goes, in percent of it.
 *
 * @param share each thread's even share of the items, as fast as alone
 * @param contention what threads cost each other, and cores that others use
 * @param lastItem waiting for the last item
 * @param handOver waking the threads, taking chunks and gathering the results
 */
public record PassTimes(String share, String contention, String lastItem, String handOver) {

  /** What a table of these shows. */
  public static final String HEADING = "Where the predicted pass of a plan goes, in percent of it:";

  private static final List<String> PARTS =
      List.of("share of a thread", "contention", "last item", "hand-over");

  /** The parts of a plan's pass; empty for serial plans, and where nothing says. */
  public static Optional<PassTimes> of(PerformanceResult result) {
    return result.timeBreakdown().filter(parts -> parts.totalNanos() > 0).map(PassTimes::of);
  }

  private static PassTimes of(TimeBreakdown parts) {
    return new PassTimes(
        percent(parts.shareNanos(), parts),
        percent(parts.contentionNanos(), parts),
        percent(parts.tailNanos(), parts),
        percent(parts.dispatchNanos() + parts.claimNanos(), parts));
  }

  private static String percent(double nanos, TimeBreakdown parts) {
    return TextFormat.number("%.1f", 100 * nanos / parts.totalNanos());
  }

  /** The parts of all plans that have any; empty where none has. */
  static Optional<Table> table(Collection<PerformanceResult> results) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PerformanceResult result : results) {
      of(result).ifPresent(parts -> rows.add(parts.row(result.workloadName())));
    }
    List<Column> columns =
        Stream.concat(Stream.of(Column.words("workload")), PARTS.stream().map(Column::numbers))
            .toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Table(HEADING, columns, rows));
  }

  private List<Cell> row(String workload) {
    return Stream.of(workload, share, contention, lastItem, handOver).map(Cell::of).toList();
  }
}
