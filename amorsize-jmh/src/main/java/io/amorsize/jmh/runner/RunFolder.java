package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.json.RowNodes;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.PerformanceResultJson;
import io.amorsize.result.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a run leaves behind; every file is written anew, whole, after each workload. */
final class RunFolder {

  /** Results of the workloads. */
  static final String RESULTS = RunFiles.RESULTS;

  /** JMH's result JSON, measured iterations only. */
  static final String JMH = RunFiles.ROWS;

  /** The same with the warm-up in front. */
  static final String JMH_FULL = RunFiles.FULL_ROWS;

  /** What JMH printed. */
  static final String LOG = "jmh.log";

  private final Path folder;
  private final List<ObjectNode> rows = new ArrayList<>();
  private final List<ObjectNode> fullRows = new ArrayList<>();

  RunFolder(Path folder) {
    this.folder = folder;
  }

  void save(WorkloadMeasurer.Measured measured) {
    rows.addAll(measured.rows());
    fullRows.addAll(measured.fullRows());
    RowNodes.write(folder.resolve(JMH), rows);
    RowNodes.write(folder.resolve(JMH_FULL), fullRows);
  }

  void save(Collection<PerformanceResult> results) {
    WholeFile.write(folder.resolve(RESULTS), PerformanceResultJson.write(results));
  }
}
