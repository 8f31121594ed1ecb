package io.amorsize.jmh.cli;

import io.amorsize.history.EntryOrigin;
import io.amorsize.history.EntryOrigin.Judgement;
import io.amorsize.history.NewEntry;
import io.amorsize.host.HostProfile;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A run on its way into a baseline.
 *
 * @param files what it left behind
 * @param results its workloads' results; none where it has rows alone
 * @param rows the number of its rows; 0 where it has none
 */
record BaselineRun(RunFiles files, Map<String, PerformanceResult> results, int rows) {

  /**
   * Reads a run whole, so that a baseline can always be used.
   *
   * @throws ResultFormatException in one sentence, if it is none
   */
  static BaselineRun read(Path named) {
    RunFiles files = RunFiles.of(named);
    int rows = files.readRows(named.toString()).map(run -> run.rows().size()).orElse(0);
    return new BaselineRun(files, files.readResults(), rows);
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

  /** The entry of it, without a jar. */
  NewEntry entry(Instant now) {
    return entry(now, files.environment().orElse(unknownEnvironment()));
  }

  /** The entry of it, known to be measured in an environment. */
  NewEntry entry(Instant now, RunEnvironment environment) {
    NewEntry bare =
        NewEntry.of(environment, now)
            .withJmh(files.rows().map(BaselineRun::bytes))
            .withOrigin(
                EntryOrigin.of(judgement(results.values())).withSource(files.named().toString()));
    return results.isEmpty()
        ? bare
        : bare.withResults(PerformanceResultJson.write(results.values()));
  }

  /** Whether this program measured it, as far as its files tell. */
  boolean isOfSuite() {
    return !results.isEmpty() && rows > 0;
  }

  /** What it holds, in words. */
  String what() {
    int count = results.isEmpty() ? rows : results.size();
    String noun = results.isEmpty() ? "row" : "workload";
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static RunEnvironment unknownEnvironment() {
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
}
