package io.amorsize.jmh.report;

import io.amorsize.history.RecordedRun;
import io.amorsize.statistics.Interval;
import io.amorsize.trend.ChangePoint;
import io.amorsize.trend.LevelSegment;
import io.amorsize.trend.NightScore;
import io.amorsize.trend.RowTrend;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Series for spreadsheets: a line for each night, with the change where a level begins. */
public final class TrendCsv {

  private static final List<String> MORE =
      List.of(
          "metric",
          "unit",
          "machine",
          "time",
          "run",
          "commit",
          "branch",
          "forks",
          "value",
          "adjusted",
          "level",
          "change",
          "slowdown",
          "ci_lower",
          "ci_upper",
          "p",
          "commit_before");

  private TrendCsv() {}

  /** The lines. */
  public static String of(TrendDocument document) {
    return CsvLine.document(
        RowCsv.names(MORE),
        document.trend().rows().stream()
            .flatMap(row -> row.scores().stream().map(score -> line(document, row, score))));
  }

  private static String line(TrendDocument document, RowTrend row, NightScore score) {
    RecordedRun run = document.runs().get(score.night());
    Optional<ChangePoint> change =
        row.changes().stream().filter(each -> each.night() == score.night()).findFirst();
    Optional<Interval> interval =
        change.map(ChangePoint::interval).filter(each -> !Double.isInfinite(each.upper()));
    return RowCsv.line(row.key().row())
        .text(row.key().metric())
        .text(row.unit().symbol())
        .text(document.machine(score.night()))
        .text(run.origin().time().toString())
        .text(run.hash())
        .text(run.origin().commit().orElse(""))
        .text(run.origin().branch().orElse(""))
        .number(score.forks().size())
        .number(OptionalDouble.of(score.value()))
        .number(score.adjusted())
        .number(level(row, score.night()))
        .text(change.map(each -> each.kind().label()).orElse(""))
        .number(number(change.map(ChangePoint::slowdown)))
        .number(number(interval.map(Interval::lower)))
        .number(number(interval.map(Interval::upper)))
        .number(number(change.map(ChangePoint::p)))
        .text(change.flatMap(each -> document.night(each.before()).commit()).orElse(""))
        .line();
  }

  private static OptionalDouble level(RowTrend row, int night) {
    return row.segments().stream()
        .filter(segment -> segment.from() <= night && night <= segment.to())
        .mapToDouble(LevelSegment::level)
        .findFirst();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
