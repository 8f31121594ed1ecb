package io.amorsize.jmh.cli;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.KeptWarmup;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.SteadyCsv;
import io.amorsize.jmh.report.SteadyJson;
import io.amorsize.jmh.report.SteadyReport;
import io.amorsize.policy.Glob;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ResultFormatException;
import io.amorsize.warmup.RowWarmup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the warm-up of a result that kept it. */
@Command(
    name = "steady",
    description = "Shows where each fork of a result settles, and how long a warm-up it needs.",
    footer = {
      "",
      "Example: java -jar benchmarks.jar MyBenchmark -f 5 -wi 0 -i 300 -r 100ms -rf json -rff w.json",
      "         java -jar benchmarks.jar steady w.json",
      "Example: java -jar benchmarks.jar steady reports/2026-01-31-0200/jmh-result.json --forks"
    })
final class SteadyCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private DocumentOptions document;
  @Mixin private LimitOptions limits;

  @Parameters(
      index = "0",
      paramLabel = "RESULT",
      description =
          "JMH's JSON (also .gz) made with -wi 0; or a result of 'suite' or 'ab', whose warm-up"
              + " stands beside it in a file *.warmup.json.")
  private Path result;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description =
          "Show the bias of a warm-up of N iterations (default: the one that was run, none in files"
              + " made with -wi 0).")
  private Integer warmup;

  @Option(names = "--forks", description = "Show each fork (default: where there is one row).")
  private boolean byFork;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only benchmarks whose full name matches, for instance '*Parser*'.")
  private List<String> include = new ArrayList<>();

  SteadyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (warmup != null && warmup < 0) {
      throw new ResultFormatException("--warmup must be at least 0, is " + warmup);
    }
    document.requireWritable();
    KeptWarmup kept = KeptWarmup.read(result, new JmhResultReader(limits.limits()));
    List<BenchmarkRow> wanted = kept.run().rows().stream().filter(this::isWanted).toList();
    if (wanted.isEmpty()) {
      throw new ResultFormatException(
          result + ": no benchmark matches --include " + String.join(" ", include));
    }
    List<RowWarmup> rows =
        wanted.stream()
            .parallel()
            .map(row -> RowWarmup.of(row, warmup == null ? kept.chosen(row) : warmup))
            .toList();
    Report report =
        SteadyReport.of(result.toString(), rows, notes(kept, wanted), byFork || rows.size() == 1);
    document.write(terminal, document(report, rows));
    return ExitCode.OK.value();
  }

  private boolean isWanted(BenchmarkRow row) {
    return include.isEmpty()
        || include.stream().anyMatch(glob -> new Glob(glob).matches(row.key().benchmark()));
  }

  private List<String> notes(KeptWarmup kept, List<BenchmarkRow> rows) {
    List<String> notes = new ArrayList<>(kept.run().notes());
    long lost = rows.stream().filter(row -> kept.lost(row) > 0).count();
    if (lost > 0) {
      notes.add(
          (lost == rows.size() ? "the" : lost + " rows: the")
              + " warm-up was not kept, so iteration 0 is the first one measured; run with -wi 0 to"
              + " see it all");
    }
    return notes;
  }

  private static Document document(Report report, List<RowWarmup> rows) {
    return Document.of(report, () -> SteadyJson.write(rows), () -> SteadyCsv.write(rows));
  }
}
