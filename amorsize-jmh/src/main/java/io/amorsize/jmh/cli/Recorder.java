package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewRun;
import io.amorsize.history.NoiseLearning;
import io.amorsize.history.Recording;
import java.util.ArrayList;
import java.util.List;

/** Records runs, and learns from them how much sessions differ. */
final class Recorder {

  private final HistoryStore store;
  private final List<Recording> recordings = new ArrayList<>();

  Recorder(HistoryStore store) {
    this.store = store;
  }

  /** Records a run. */
  void add(NewRun run) {
    recordings.add(store.record(run));
  }

  /** Everything that was recorded; of which the noise is learned, where something is new. */
  List<Recording> finish() {
    if (added() > 0) {
      store.keep(NoiseLearning.from(store));
    }
    return List.copyOf(recordings);
  }

  /** How many runs were new. */
  long added() {
    return recordings.stream().filter(Recording::isNew).count();
  }

  /** What happened in a sentence. */
  String headline(String place) {
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
