package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunFilter;
import io.amorsize.jmh.json.Warmups;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import io.amorsize.verdict.DecisionRule;
import io.amorsize.verdict.PerformanceComparison;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges two runs of a history. */
@Command(
    name = "compare",
    description = {
      "Judges two runs as 'compare' does, and counts the noise between sessions that nights of one"
          + " commit have shown."
    },
    footer = {
      "",
      "Example: java -jar benchmarks.jar history compare latest~1 latest",
      "Example: java -jar benchmarks.jar history compare 2d9c01 8f4e77 --format markdown"
    })
final class HistoryCompareCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private JudgementOptions judgement;
  @Mixin private RowOptions rows;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      defaultValue = "latest~1",
      description = NamedRun.DESCRIPTION + " (default: ${DEFAULT-VALUE})")
  private String base;

  @Parameters(
      index = "1",
      paramLabel = "CURRENT",
      defaultValue = "latest",
      description = "Another, likewise (default: ${DEFAULT-VALUE}).")
  private String current;

  @Option(
      names = "--one-session",
      description = "Both runs were measured in one session, so that there is no such noise.")
  private boolean oneSession;

  HistoryCompareCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** A run and what it measured. */
  private record Side(RecordedRun run, RunContent content) {

    String label() {
      return run.id() + run.origin().commit().map(commit -> " (" + commit + ")").orElse("");
    }

    BenchmarkRun rows() {
      return content.asRun(label(), run.origin());
    }
  }

  @Override
  public Integer call() {
    document.requireWritable();
    try (HistoryStore store = history.openExisting(terminal, clock)) {
      List<RecordedRun> runs = store.runs(RunFilter.ALL);
      Side before = side(store, NamedRun.find(base, runs));
      Side now = side(store, NamedRun.find(current, runs));
      if (hasResults(before) && hasResults(now)) {
        return workloads(before, now).value();
      }
      if (hasRows(before) && hasRows(now)) {
        return rows(before, now, oneSession ? LearnedNoise.NONE : store.noise()).value();
      }
      throw new ResultFormatException(
          before.label()
              + " holds "
              + words(before)
              + ", "
              + now.label()
              + " holds "
              + words(now)
              + ": compare like with like");
    }
  }

  private static Side side(HistoryStore store, RecordedRun run) {
    return new Side(run, store.content(run));
  }

  private static boolean hasRows(Side side) {
    return !side.content().rows().isEmpty();
  }

  private static boolean hasResults(Side side) {
    return !side.content().results().isEmpty();
  }

  private static String words(Side side) {
    return (hasRows(side) ? ComparedSide.Kind.ROWS : ComparedSide.Kind.WORKLOADS).words();
  }

  private ExitCode rows(Side base, Side current, LearnedNoise noise) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    DecisionRule rule = rows.rule(judgement.threshold(), today).withNoise(noise.forRows());
    BenchmarkRun before = rows.prepared(base.rows(), current.rows());
    BenchmarkRun now = rows.prepared(current.rows(), base.rows());
    return end().judged(before, now, rule, rows, () -> Warmups.NONE);
  }

  private ComparisonEnd end() {
    return new ComparisonEnd(terminal, document, judgement);
  }

  private ExitCode workloads(Side base, Side current) {
    PerformanceComparison comparison =
        judgement.compare(base.content().results(), current.content().results());
    return end().of(comparison, base.label(), current.label());
  }
}
