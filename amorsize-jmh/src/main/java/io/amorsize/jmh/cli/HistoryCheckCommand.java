package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.jmh.report.FreshnessReport;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.RunsReport;
import io.amorsize.jmh.store.HistoryPlace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells whether nights are missing. */
@Command(
    name = "check",
    description =
        "Tells whether the history is fresh: exit code 3 where the latest run is too old, or there"
            + " is none.",
    footer = {"", "Example: java -jar benchmarks.jar history check --max-age 36h --branch main"})
final class HistoryCheckCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private RunFilterOptions filter;

  @Option(
      names = "--max-age",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      defaultValue = "36h",
      description = "How old the latest run may be: 36h, 2d (default: ${DEFAULT-VALUE}).")
  private Duration maxAge;

  HistoryCheckCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    document.requireWritable();
    HistoryPlace place = history.place(terminal);
    List<RecordedRun> all = place.mayExist() ? runs(place) : List.of();
    Instant now = clock.instant();
    List<RecordedRun> runs =
        all.stream().filter(run -> !run.origin().time().isAfter(now.plus(maxAge))).toList();
    if (runs.size() < all.size()) {
      terminal.say(
          "amorsize: "
              + (all.size() - runs.size())
              + " of the runs lie further in the future than a run may be old, so a clock was wrong;"
              + " they do not count");
    }
    Optional<RecordedRun> latest =
        runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    boolean stale = latest.filter(run -> !run.origin().time().plus(maxAge).isBefore(now)).isEmpty();
    Report report = FreshnessReport.of(runs, now, maxAge, place.shown());
    document.write(
        terminal,
        report,
        () -> RunsReport.json(latest.stream().toList(), place.shown(), facts(stale, now)));
    return ExitCode.of(false, false, stale).value();
  }

  private List<RecordedRun> runs(HistoryPlace place) {
    try (HistoryStore store = place.open(clock)) {
      return store.runs(filter.filter(clock));
    }
  }

  private Map<String, Object> facts(boolean stale, Instant now) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("stale", stale);
    facts.put("now", now.toString());
    facts.put("maxAgeSeconds", maxAge.toSeconds());
    return facts;
  }
}
