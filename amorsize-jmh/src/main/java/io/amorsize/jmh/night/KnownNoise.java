package io.amorsize.jmh.night;

import io.amorsize.history.CalibratedNoise;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NoiseShelf;
import io.amorsize.result.RunEnvironment;
import io.amorsize.verdict.SessionNoise;
import java.util.Optional;

/**
 * What is known of the noise between sessions.
 *
 * @param learned what nights show
 * @param calibrated what a calibration of this host showed
 */
record KnownNoise(LearnedNoise learned, Optional<CalibratedNoise> calibrated) {

  /** What a night knows. */
  static KnownNoise of(Night night, Optional<RunEnvironment> here) {
    NoiseShelf shelf = night.settings().bases().noise();
    if (night.settings().history().isEmpty()) {
      return new KnownNoise(LearnedNoise.NONE, here.flatMap(shelf::find));
    }
    try (HistoryStore store = night.settings().history().get().opener().get()) {
      return new KnownNoise(store.noise(), here.flatMap(where -> shelf.find(where, store)));
    }
  }

  /** What was learned, with what was calibrated where both sides were measured. */
  SessionNoise between(RunEnvironment base, Optional<RunEnvironment> here) {
    return here.map(RunEnvironment::withoutJvmArgs)
        .filter(where -> base.withoutJvmArgs().equals(where))
        .flatMap(unused -> calibrated)
        .map(found -> found.betweenSessions(learned))
        .orElseGet(learned::forRows);
  }
}
