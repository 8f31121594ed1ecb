package io.amorsize.jmh.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.jmh.json.RowNodes;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a run as one.
 *
 * @param results results of workloads by name
 * @param rows rows of JMH's result JSON
 * @param fullRows the same with the warm-up in front, as far as the parts kept it
 * @param environment where all parts were measured; empty where that is not known or differs
 * @param findings what a reader should know: gaps, duplicates, machines
 */
public record MergedRun(
    Map<String, PerformanceResult> results,
    List<ObjectNode> rows,
    List<ObjectNode> fullRows,
    Optional<RunEnvironment> environment,
    List<Finding> findings) {

  /** Copies the collections. */
  public MergedRun {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    rows = List.copyOf(rows);
    fullRows = List.copyOf(fullRows);
    findings = List.copyOf(findings);
  }

  /** Whether something that should be there is not. */
  public boolean hasGap() {
    return findings.stream().anyMatch(finding -> finding.code() == FindingCode.MANIFEST_GAP);
  }

  /** JMH's result JSON of all parts. */
  public String rowsJson() {
    return RowNodes.text(rows) + "\n";
  }

  /** The results file of all parts. */
  public String resultsJson() {
    return PerformanceResultJson.write(results.values());
  }

  /** Writes the folder of one run. */
  public void write(Path folder) {
    environment.ifPresent(where -> RunFiles.writeEnvironment(folder, where));
    if (!fullRows.isEmpty()) {
      RowNodes.write(folder.resolve(RunFiles.FULL_ROWS), fullRows);
    }
    if (!rows.isEmpty()) {
      RowNodes.write(folder.resolve(RunFiles.ROWS), rows);
    }
    if (!results.isEmpty()) {
      WholeFile.write(folder.resolve(RunFiles.RESULTS), resultsJson());
    }
  }
}
