package io.amorsize.jmh.cli;

import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.history.NewEntry;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.night.NightEntry;
import io.amorsize.jmh.night.NightFolder;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A run on its way into a baseline.
 *
 * @param files what it left behind
 * @param night the night that measured it, if one did
 * @param results its workloads' results; none where it has rows alone
 * @param rows the number of its rows; 0 where it has none
 */
record BaselineRun(
    RunFiles files, Optional<NightFolder> night, Map<String, PerformanceResult> results, int rows) {

  /**
   * Reads a run whole, so that a baseline can always be used.
   *
   * @throws ResultFormatException in one sentence, if it is none
   */
  static BaselineRun read(Path named, ReadLimits limits) {
    Optional<NightFolder> night =
        NightFolder.isNight(named) ? Optional.of(new NightFolder(named)) : Optional.empty();
    RunFiles files = RunFiles.of(night.map(NightFolder::run).orElse(named), limits);
    int rows = files.readRows(named.toString()).map(run -> run.rows().size()).orElse(0);
    return new BaselineRun(files, night, files.readResults(), rows);
  }

  /** What the run's own criteria and comparisons said. */
  static Judgement judgement(Collection<PerformanceResult> results) {
    if (results.isEmpty()) {
      return Judgement.NOT_JUDGED;
    }
    return results.stream().allMatch(PerformanceResult::passed)
        ? Judgement.PASSED
        : Judgement.FAILED;
  }

  /** The entry of it; of a night with its judgement and jars, else without a jar. */
  NewEntry entry(Instant now) {
    if (night.isPresent()) {
      return NightEntry.of(night.get(), now);
    }
    NewEntry entry = files.entry(now);
    return entry.withOrigin(
        entry
            .origin()
            .withJudgement(judgement(results.values()))
            .withSource(files.named().toString()));
  }

  /** Whether this program measured it, as far as its files tell. */
  boolean isOfSuite() {
    return night.isEmpty() && !results.isEmpty() && rows > 0;
  }

  /** What it holds, in words. */
  String what() {
    int count = results.isEmpty() ? rows : results.size();
    String noun = results.isEmpty() ? "row" : "workload";
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
