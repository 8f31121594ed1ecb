package io.amorsize.jmh.night;

import io.amorsize.history.CalibratedNoise;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.history.NoiseShelf;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.RunEnvironment;
import io.amorsize.verdict.SessionNoise;
import java.util.Optional;

/**
 * What a night knows of noise: what was calibrated on its host stands beside the baselines, or in
 * the history.
 *
 * @param here where the night is measured; empty where nobody knows
 * @param learned how much two sessions differ, as nights show
 * @param calibrated what a calibration of this host showed
 */
record KnownNoise(
    Optional<RunEnvironment> here, LearnedNoise learned, Optional<CalibratedNoise> calibrated) {

  static KnownNoise of(Night night) {
    Optional<RunEnvironment> here = RunFiles.of(night.folder().run()).environment();
    NoiseShelf shelf = night.settings().bases().noise();
    if (night.settings().history().isEmpty()) {
      return new KnownNoise(here, LearnedNoise.NONE, here.flatMap(shelf::find));
    }
    try (HistoryStore store = night.settings().history().get().opener().get()) {
      return new KnownNoise(here, store.noise(), here.flatMap(where -> shelf.find(where, store)));
    }
  }

  /** What both sides are judged with where they are measured in one session. */
  SessionNoise withinSession() {
    return calibrated.map(CalibratedNoise::withinSession).orElse(SessionNoise.NONE);
  }

  /** What was learned, with what was calibrated where both sides were measured. */
  SessionNoise between(RunEnvironment base) {
    return here.map(RunEnvironment::withoutJvmArgs)
        .filter(where -> base.withoutJvmArgs().equals(where))
        .flatMap(unused -> calibrated)
        .map(found -> found.betweenSessions(learned))
        .orElseGet(learned::forRows);
  }
}
