package io.amorsize.jmh.report;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import java.util.List;
import java.util.stream.Stream;

/** The rows of a result of JMH for spreadsheets, a line for every metric. */
public final class RowsCsv {

  private RowsCsv() {}

  /** The document: a header and the lines, each ended by CR and LF. */
  public static String write(BenchmarkRun run) {
    return CsvLine.document(
        RowCsv.scoreNames(List.of("spread_percent")), run.rows().stream().flatMap(RowsCsv::lines));
  }

  private static Stream<String> lines(BenchmarkRow row) {
    return RowsJson.metrics(row).entrySet().stream()
        .map(
            named ->
                RowCsv.line(row.key(), named.getKey(), named.getValue())
                    .number(RowsReport.spreadPercent(row, named.getValue()))
                    .line());
  }
}
