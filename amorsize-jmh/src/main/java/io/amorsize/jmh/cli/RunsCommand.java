package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that ends in a document about the runs of a history that match a filter. */
abstract class RunsCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final InstantSource clock;

  @Mixin private DocumentOptions document;
  @Mixin private HistoryOptions history;
  @Mixin private RunFilterOptions filter;

  RunsCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /**
   * What was asked for.
   *
   * @param store the history, open
   * @param place where it is, for people
   * @param filter which runs are meant
   * @param runs those, by time
   */
  record Chosen(HistoryStore store, String place, RunFilter filter, List<RecordedRun> runs) {}

  @Override
  public final Integer call() {
    RunFilter wanted = filter.filter(clock);
    require(wanted);
    document.requireWritable();
    try (HistoryStore store = history.openExisting(terminal, clock)) {
      String place = history.place(terminal).shown();
      document.write(terminal, document(new Chosen(store, place, wanted, store.runs(wanted))));
    }
    return ExitCode.OK.value();
  }

  /** Checks what does not take a history. */
  void require(RunFilter wanted) {}

  /** The command's document. */
  abstract Document document(Chosen chosen);

  final InstantSource clock() {
    return clock;
  }
}
