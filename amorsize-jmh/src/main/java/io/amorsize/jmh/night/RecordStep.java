package io.amorsize.jmh.night;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.Recording;
import io.amorsize.history.RunContent;
import io.amorsize.history.RunOrigin;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.PerformanceResult;
import java.util.List;
import java.util.Map;

/**
 * Records the run, whatever will be said of it, and learns from the history how much sessions
 * differ. A run that is there already is not recorded twice.
 */
final class RecordStep implements NightStep {

  /** The label under which a run knows its night. */
  private static final String NIGHT = "night";

  @Override
  public String word() {
    return "record";
  }

  @Override
  public String run(Night night) {
    if (night.settings().history().isEmpty()) {
      return "no history";
    }
    RunFiles files = RunFiles.of(night.folder().run());
    Map<String, PerformanceResult> results = files.readResults();
    List<BenchmarkRow> rows =
        files.readRows(night.folder().id()).map(BenchmarkRun::rows).orElse(List.of());
    if (rows.isEmpty() && results.isEmpty()) {
      return "nothing was measured";
    }
    NightSettings.History history = night.settings().history().get();
    RunOrigin origin =
        RunOrigin.of(history.name(), night.state().startedAt())
            .at(night.state().commit(), night.state().branch())
            .labelled(Map.of(NIGHT, night.folder().id()))
            .measuredIn(files.environment());
    try (HistoryStore store = history.opener().get()) {
      Recording recording = store.record(new NewRun(origin, new RunContent(rows, results)));
      store.keep(NoiseLearning.from(store));
      return "run "
          + recording.run().id()
          + (recording.isNew() ? " in " : " was there before, in ")
          + history.shown();
    }
  }
}
