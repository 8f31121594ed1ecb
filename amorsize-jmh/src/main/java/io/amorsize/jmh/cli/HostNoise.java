package io.amorsize.jmh.cli;

import io.amorsize.history.CalibratedNoise;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.NoiseShelf;
import io.amorsize.host.HostProbe;
import io.amorsize.result.RunEnvironment;
import io.amorsize.verdict.SessionNoise;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What was calibrated on a host: beside the baselines, else in the history. */
final class HostNoise {

  private final Terminal terminal;
  private final BaselineOptions baselines;
  private final HistoryOptions history;

  HostNoise(Terminal terminal, BaselineOptions baselines, HistoryOptions history) {
    this.terminal = terminal;
    this.baselines = baselines;
    this.history = history;
  }

  /** This host with this JVM. */
  static RunEnvironment here() {
    return RunEnvironment.of(HostProbe.current(), List.of());
  }

  /** What was learned in an environment; a history that is not there is not made. */
  Optional<CalibratedNoise> of(RunEnvironment where) {
    NoiseShelf shelf = new NoiseShelf(baselines.folder());
    Optional<CalibratedNoise> found = shelf.find(where);
    if (found.isPresent() || !history.place(terminal).mayExist()) {
      return found;
    }
    try (HistoryStore store = history.open(terminal, InstantSource.system())) {
      return shelf.find(where, store);
    }
  }

  /** What both sides of a session on this host are judged with. */
  SessionNoise withinSession() {
    return of(here()).map(CalibratedNoise::withinSession).orElse(SessionNoise.NONE);
  }
}
