package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.history.JarShelf;
import io.amorsize.history.KeptJar;
import io.amorsize.history.NewEntry;
import io.amorsize.jmh.json.RunFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A night as an entry of a baseline. */
public final class NightEntry {

  private NightEntry() {}

  /**
   * The entry of a night, with the jars that it measured as far as they are still kept.
   *
   * @param folder the night
   * @param savedAt the time of saving
   * @throws io.amorsize.result.ResultFormatException in one sentence, if its files cannot be read
   */
  public static NewEntry of(NightFolder folder, Instant savedAt) {
    NightState state = folder.state();
    Judgement judgement = state.end().map(NightState.End::judgement).orElse(Judgement.NOT_JUDGED);
    return of(folder, state, judgement, savedAt);
  }

  static NewEntry of(NightFolder folder, NightState state, Judgement judgement, Instant savedAt) {
    JarShelf shelf = JarShelf.under(folder.path().toAbsolutePath().getParent());
    return RunFiles.of(folder.run())
        .entry(savedAt)
        .withJar(kept(shelf, state.jar()))
        .withWorkloadsJar(kept(shelf, state.workloadsJar()))
        .withOrigin(
            EntryOrigin.of(judgement)
                .withSource(folder.path().toString())
                .withCommit(state.commit())
                .withMeasuredAt(Optional.of(state.startedAt())));
  }

  private static Optional<Path> kept(JarShelf shelf, Optional<String> sha256) {
    return sha256.map(shelf::jar).filter(KeptJar::isThere).map(KeptJar::verified);
  }
}
