package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.BaselineStore;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One side of a comparison of workloads.
 *
 * @param label what the user called it
 * @param file where its results stand
 * @param results its results by workload name
 */
record ResultsArgument(String label, Path file, Map<String, PerformanceResult> results) {

  /**
   * Resolves what a user wrote: an existing file or baseline's folder wins; else a baseline's name.
   *
   * @param text a path or a name
   * @param baselines the named baselines
   * @param near the environment of the other side, to choose among a baseline's entries
   * @throws ResultFormatException in one sentence, if it is neither
   */
  static ResultsArgument resolve(
      String text, BaselineOptions baselines, Optional<RunEnvironment> near) {
    Path path = Path.of(text);
    if (Files.isDirectory(path) && BaselineStore.isBaseline(path)) {
      return ofBaseline(text, BaselineStore.read(path), near);
    }
    if (Files.isDirectory(path)) {
      throw new ResultFormatException(
          text + ": this folder is no baseline (it holds no " + BaselineStore.MANIFEST + ")");
    }
    if (Files.exists(path)) {
      return new ResultsArgument(text, path, PerformanceResultJson.read(path));
    }
    Baseline baseline = baselines.store().find(text).orElseThrow(() -> unknown(text, baselines));
    return ofBaseline(text, baseline, near);
  }

  private static ResultFormatException unknown(String text, BaselineOptions baselines) {
    var names = baselines.store().names();
    return new ResultFormatException(
        text
            + ": there is no such file, and no such baseline in "
            + baselines.folder()
            + " (there "
            + (names.isEmpty() ? "is none" : "are " + String.join(", ", names))
            + ")");
  }

  private static ResultsArgument ofBaseline(
      String text, Baseline baseline, Optional<RunEnvironment> near) {
    Baseline.Entry entry =
        near.map(baseline::closestTo)
            .orElseGet(() -> baseline.entries().get(baseline.entries().size() - 1));
    Path file =
        entry
            .results()
            .orElseThrow(
                () ->
                    new ResultFormatException(
                        "baseline '" + text + "' holds no workload results to compare with"));
    return new ResultsArgument(text, file, PerformanceResultJson.read(file));
  }

  /** Where the results were measured, as far as they say. */
  Optional<RunEnvironment> environment() {
    return environment(results);
  }

  static Optional<RunEnvironment> environment(Map<String, PerformanceResult> results) {
    return results.values().stream().flatMap(result -> result.environment().stream()).findFirst();
  }
}
