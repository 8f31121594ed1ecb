package io.amorsize.jmh.cli;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.LearnedNoise;
import io.amorsize.jmh.store.HistoryPlace;
import io.amorsize.result.ResultFormatException;
import java.time.InstantSource;
import picocli.CommandLine.Option;

/** Where the history is. */
final class HistoryOptions {

  /** Names the place where the option does not. */
  static final String VARIABLE = "AMORSIZE_HISTORY";

  @Option(
      names = "--history",
      paramLabel = "PLACE",
      description =
          "The history: a file, or jdbc:postgresql://HOST/DATABASE with user and password in PGUSER"
              + " and PGPASSWORD (default: the variable "
              + VARIABLE
              + ", else "
              + HistoryPlace.DEFAULT
              + ").")
  private String place;

  HistoryPlace place(Terminal terminal) {
    String variable = terminal.variables().getOrDefault(VARIABLE, "");
    String otherwise = variable.isBlank() ? HistoryPlace.DEFAULT : variable;
    return new HistoryPlace(place == null ? otherwise : place, terminal.variables());
  }

  /**
   * How much sessions differ by the history that was named; nothing where none was.
   *
   * @throws ResultFormatException in one sentence, if there is no such history
   */
  LearnedNoise noise(Terminal terminal) {
    if (place == null) {
      return LearnedNoise.NONE;
    }
    try (HistoryStore store = openExisting(terminal, InstantSource.system())) {
      LearnedNoise noise = store.noise();
      if (noise.isEmpty()) {
        terminal.say(
            place(terminal).shown()
                + ": no two nights of one commit yet, so that no noise between sessions is counted");
      }
      return noise;
    }
  }

  /** Whether a history was named. */
  boolean isGiven() {
    return place != null;
  }

  /** Opens the history; what is not there is made. */
  HistoryStore open(Terminal terminal, InstantSource clock) {
    return place(terminal).open(clock);
  }

  /**
   * Opens a history that is there.
   *
   * @throws ResultFormatException in one sentence, if there is none
   */
  HistoryStore openExisting(Terminal terminal, InstantSource clock) {
    HistoryPlace there = place(terminal);
    if (!there.mayExist()) {
      throw new ResultFormatException(
          there.shown()
              + ": there is no history yet; record a run with 'history record RESULT', or name"
              + " another place with --history");
    }
    return there.open(clock);
  }
}
