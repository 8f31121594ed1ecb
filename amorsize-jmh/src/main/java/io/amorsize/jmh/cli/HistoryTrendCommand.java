package io.amorsize.jmh.cli;

import io.amorsize.history.SeriesKey;
import io.amorsize.jmh.page.CommitLinks;
import io.amorsize.jmh.page.TrendPage;
import io.amorsize.jmh.report.TrendCsv;
import io.amorsize.jmh.report.TrendDocument;
import io.amorsize.jmh.report.TrendJson;
import io.amorsize.jmh.report.TrendReport;
import io.amorsize.policy.Policy;
import io.amorsize.trend.SuiteNights;
import io.amorsize.trend.SuiteTrend;
import io.amorsize.verdict.RowSelection;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where series moved. */
@Command(
    name = "trend",
    description =
        "Shows in which nights the benchmarks changed, by how much, how surely and between which"
            + " commits, once what the machines explain is taken off.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar history trend --branch main --include '*Parser*'",
      "Example: java -jar benchmarks.jar history trend --metric accuracy --format csv"
    })
final class HistoryTrendCommand extends RunsCommand {

  @Mixin private SeriesOptions series;
  @Mixin private AgreedOptions agreed;

  @Option(names = "--only-changed", description = "Only series that changed, or perhaps did.")
  private boolean onlyChanged;

  @Option(
      names = "--commit-url",
      paramLabel = "URL",
      converter = CommitLinksConverter.class,
      description =
          "--format html: where commits can be looked at, for instance"
              + " https://github.com/acme/lists/commit/{commit}.")
  private CommitLinks links = CommitLinks.NONE;

  /** Reads the option's value. */
  static final class CommitLinksConverter implements ITypeConverter<CommitLinks> {
    @Override
    public CommitLinks convert(String text) {
      return CommitLinks.of(text);
    }
  }

  HistoryTrendCommand(Terminal terminal, InstantSource clock) {
    super(terminal, clock);
  }

  @Override
  Document document(Chosen chosen) {
    Policy policy = agreed.policy();
    LocalDate today = LocalDate.ofInstant(clock().instant(), ZoneId.systemDefault());
    RowSelection shown = series.selection();
    SuiteNights.Collector nights = new SuiteNights.Collector();
    chosen.store().series(chosen.runs(), series.selectionOfSuite(), nights::add);
    SuiteTrend trend =
        SuiteTrend.of(nights.suite()).accepting(policy, today).only(key -> isMeant(key, shown));
    TrendDocument found =
        TrendDocument.of(
            chosen.place(), trend, chosen.runs(), chosen.store().noise(), nights.leftOut());
    return Document.of(
            TrendReport.of(found, onlyChanged), () -> TrendJson.of(found), () -> TrendCsv.of(found))
        .withPage(() -> TrendPage.write(found, links));
  }

  private static boolean isMeant(SeriesKey key, RowSelection shown) {
    return shown.takes(key.row()) && shown.takes(key.metric());
  }
}
