package io.amorsize.jmh.night;

import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other machines measured and {@code merge} joined.
 *
 * @param measured the run
 * @param again how its rows are measured again, where it is known
 */
public record GivenMeasurement(Path measured, Optional<Again> again) implements NightMeasurement {

  @Override
  public String word() {
    return "measured";
  }

  @Override
  public Outcome measure(Path run) {
    RunFiles files = RunFiles.of(measured);
    files.rows().ifPresent(file -> WholeFile.copy(file, run.resolve(RunFiles.ROWS)));
    files.results().ifPresent(file -> WholeFile.copy(file, run.resolve(RunFiles.RESULTS)));
    Path full = measured.resolve(RunFiles.FULL_ROWS);
    if (Files.isRegularFile(full)) {
      WholeFile.copy(full, run.resolve(RunFiles.FULL_ROWS));
    }
    files.environment().ifPresent(where -> RunFiles.writeEnvironment(run, where));
    Map<String, ?> results = files.readResults();
    int rows = files.readRows(measured.toString()).map(read -> read.rows().size()).orElse(0);
    List<String> holds = new ArrayList<>();
    if (!results.isEmpty()) {
      holds.add(results.size() + (results.size() == 1 ? " workload" : " workloads"));
    }
    if (rows > 0) {
      holds.add(rows + (rows == 1 ? " row" : " rows"));
    }
    List<String> failures =
        files.readResults().values().stream()
            .filter(result -> result.metadata().containsKey("error"))
            .map(result -> result.workloadName() + ": " + result.metadata().get("error"))
            .toList();
    return new Outcome(String.join(" and ", holds) + " of " + measured, failures);
  }
}
