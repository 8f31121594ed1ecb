package io.amorsize.jmh.cli;

import io.amorsize.jmh.night.NightSettings;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.ResultFormatException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The history that nights are recorded in, and what they are called there. */
final class NightHistory {

  @Mixin private HistoryOptions history;

  @Option(names = "--no-history", description = "Record nothing.")
  private boolean none;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "nightly",
      description = "What to call the runs in the history (default: ${DEFAULT-VALUE}).")
  private String name;

  @Mixin private SourceOptions source;

  /** The history, and where it is; empty where nothing is recorded. */
  Optional<NightSettings.History> of(Terminal terminal, Clock clock) {
    if (none && history.isGiven()) {
      throw new ResultFormatException("--history and --no-history exclude each other");
    }
    if (name.isBlank()) {
      throw new ResultFormatException("--name must say something");
    }
    HistoryPlace place = history.place(terminal);
    return none
        ? Optional.empty()
        : Optional.of(
            new NightSettings.History(place.shown(), name, () -> history.open(terminal, clock)));
  }

  /** Commit and branch, as far as they are known. */
  SourceOptions.Source source(Map<String, String> variables) {
    return source.source(variables);
  }
}
