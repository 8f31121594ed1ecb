package io.amorsize.jmh.report;

import io.amorsize.warmup.ForkWarmup;
import io.amorsize.warmup.RowWarmup;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The warm-up of forks for spreadsheets, a line each; what is not known is empty. */
public final class SteadyCsv {

  private static final List<String> MORE =
      List.of(
          "fork",
          "iterations",
          "steady",
          "start_iteration",
          "start_seconds",
          "segments",
          "chosen_warmup_iterations",
          "bias_share");

  private SteadyCsv() {}

  /** The document: a header and a line for each fork, each ended by CR and LF. */
  public static String write(List<RowWarmup> rows) {
    return CsvLine.document(RowCsv.names(MORE), rows.stream().flatMap(SteadyCsv::lines));
  }

  private static Stream<String> lines(RowWarmup row) {
    return IntStream.range(0, row.forks().size())
        .mapToObj(i -> line(row, i + 1, row.forks().get(i)));
  }

  private static String line(RowWarmup row, int number, ForkWarmup fork) {
    CsvLine line = RowCsv.line(row.key());
    line.number(number).number(fork.iterations());
    line.text(fork.isTooShort() ? "" : Boolean.toString(fork.isSteady()));
    line.number(fork.state().start()).number(fork.startSeconds()).number(fork.levels().size());
    return line.number(row.chosen()).number(fork.bias()).line();
  }
}
