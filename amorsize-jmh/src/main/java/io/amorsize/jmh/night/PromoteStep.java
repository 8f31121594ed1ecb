package io.amorsize.jmh.night;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.HistoryStore;
import io.amorsize.history.KeptJar;
import io.amorsize.history.NewEntry;
import io.amorsize.history.RecordedRun;
import io.amorsize.history.RunFilter;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
      night.settings().bases().store().promote(rolling, entry(night.folder(), night));
      text.append('\'').append(rolling).append("' follows");
    } else {
      text.append(why(judgement, night.settings().bases()));
    }
    return text.append(removed(night)).toString();
  }

  private static String why(NightJudgement judgement, NightSettings.Bases bases) {
    String stays = "'" + bases.rolling() + "' stays as it is, since ";
    if (!judgement.compared()) {
      return "nothing, since nothing was compared";
    }
    return switch (judgement.judgement()) {
      case FAILED -> stays + "the night failed";
      case NOT_JUDGED -> stays + "not all could be told";
      case PASSED -> stays + "the host was not fit to measure";
    };
  }

  /** A night as an entry of a baseline. */
  private static NewEntry entry(NightFolder folder, Night night) {
    NightState state = night.state();
    return entry(folder, state)
        .withJar(night.jar().map(KeptJar::verified))
        .withWorkloadsJar(night.workloadsJar().map(KeptJar::verified))
        .withOrigin(
            EntryOrigin.of(NightJudgement.of(folder).judgement())
                .withSource(folder.path().toString())
                .withCommit(state.commit()));
  }

  private static NewEntry entry(NightFolder folder, NightState state) {
    RunFiles files = RunFiles.of(folder.run());
    NewEntry bare =
        NewEntry.of(files.environment().orElse(unknown()), state.startedAt())
            .withJmh(files.rows().map(PromoteStep::bytes));
    Map<String, PerformanceResult> results = files.readResults();
    return results.isEmpty()
        ? bare
        : bare.withResults(PerformanceResultJson.write(results.values()));
  }

  private static RunEnvironment unknown() {
    String unknown = HostProfile.UNKNOWN;
    return new RunEnvironment(unknown, 0, unknown, unknown, unknown, unknown, 0, List.of());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    }
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
