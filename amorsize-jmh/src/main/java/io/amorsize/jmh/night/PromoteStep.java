package io.amorsize.jmh.night;

import io.amorsize.history.HistoryStore;
import io.amorsize.history.NewEntry;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lets the rolling baseline follow a night that passed, and removes what is old. */
final class PromoteStep implements NightStep {

  @Override
  public String word() {
    return "promote";
  }

  @Override
  public String run(Night night) {
    NightJudgement judgement = NightJudgement.of(night.folder());
    StringBuilder text = new StringBuilder();
    if (judgement.promotes()) {
      String rolling = night.settings().bases().rolling();
      night.settings().bases().store().promote(rolling, entry(night, judgement));
      text.append('\'').append(rolling).append("' follows");
    } else {
      text.append(why(judgement, night.settings().bases()));
    }
    return text.append(removed(night)).toString();
  }

  private static String why(NightJudgement judgement, NightSettings.Bases bases) {
    String stays = "'" + bases.rolling() + "' stays, since ";
    if (!judgement.compared()) {
      return "nothing, since nothing was compared";
    }
    return switch (judgement.judgement()) {
      case FAILED -> stays + "the night failed";
      case NOT_JUDGED -> stays + "not all could be told";
      case PASSED -> stays + "the host was not fit to measure";
    };
  }

  /** Saved at the time of the night, so that a step that is done again writes the same. */
  private static NewEntry entry(Night night, NightJudgement judgement) {
    return NightEntry.of(
        night.folder(), night.state(), judgement.judgement(), night.state().startedAt());
  }

  private static String removed(Night night) {
    NightSettings.Keeping keeping = night.settings().keeping();
    Instant now = night.state().startedAt();
    int nights =
        new OldNights(night.settings().nights())
            .remove(now.minus(Duration.ofDays(keeping.nightsDays())), night.folder().path());
    int runs = keeping.historyDays().map(days -> removedRuns(night, now, days)).orElse(0);
    return (nights == 0 ? "" : "; removed " + counted(nights, "old night"))
        + (runs == 0 ? "" : "; removed " + counted(runs, "run") + " from the history");
  }

  private static int removedRuns(Night night, Instant now, int days) {
    if (night.settings().history().isEmpty()) {
      return 0;
    }
    try (HistoryStore store = night.settings().history().get().opener().get()) {
      List<RecordedRun> old = store.runs(RunFilter.ALL.before(now.minus(Duration.ofDays(days))));
      return store.delete(old);
    }
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
