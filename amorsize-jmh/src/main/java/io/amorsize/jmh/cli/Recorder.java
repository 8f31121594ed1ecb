package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.Recording;
import io.amorsize.jmh.report.RunsReport;
import java.util.ArrayList;
import java.util.List;

/** Records runs, and learns from them how much sessions differ. */
final class Recorder {

  /** What to do when all was recorded. */
  static final String NEXT = "Next: 'history trend' shows how each benchmark stands.";

  private final HistoryStore store;
  private final List<Recording> recordings = new ArrayList<>();

  Recorder(HistoryStore store) {
    this.store = store;
  }

  /** Records a run. */
  Recording add(NewRun run) {
    Recording recording = store.record(run);
    recordings.add(recording);
    return recording;
  }

  /**
   * Learns the noise, where something is new.
   *
   * @param place where the history is, for people
   * @param notes what else to say, a sentence each
   * @return what was recorded
   */
  Document finish(String place, List<String> notes, String next) {
    if (added() > 0) {
      store.keep(NoiseLearning.from(store));
    }
    List<Recording> recorded = List.copyOf(recordings);
    return Document.of(
        RunsReport.recorded(recorded, notes, headline(place), next),
        () -> RunsReport.recordedJson(recorded, place, notes),
        () -> RunsReport.csv(recorded.stream().map(Recording::run).toList()));
  }

  private long added() {
    return recordings.stream().filter(Recording::isNew).count();
  }

  private String headline(String place) {
    long known = recordings.size() - added();
    return added()
        + (added() == 1 ? " run" : " runs")
        + " recorded in "
        + place
        + (known == 0
            ? "."
            : "; " + known + (known == 1 ? " was" : " were") + " there before, unchanged.");
  }
}
