package io.amorsize.jmh.shard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.jmh.json.RowNodes;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.policy.Glob;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins the parts of a run. What two parts hold comes from the first; what is missing is told by
 * the parts themselves, or by a manifest.
 */
public final class RunMerge {

  private final List<Glob> expected;
  private final boolean mixedHosts;
  private final Map<String, PerformanceResult> results = new LinkedHashMap<>();
  private final Map<BenchmarkKey, ObjectNode> rows = new LinkedHashMap<>();
  private final List<ObjectNode> fullRows = new ArrayList<>();
  private final Set<String> duplicates = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private RunMerge(List<Glob> expected, boolean mixedHosts) {
    this.expected = expected;
    this.mixedHosts = mixedHosts;
  }

  /**
   * Joins parts.
   *
   * @param named folders of runs, results files, or JMH's JSON; at least one
   * @param expected names of benchmarks or workloads that must be there
   * @param mixedHosts whether parts of different machines are joined all the same
   * @param limits what a part may hold at most
   * @throws ResultFormatException in one sentence, if a part cannot be read, if the parts hold
   *     different things, or if they come from different machines and must not
   */
  public static MergedRun of(
      List<Path> named, List<Glob> expected, boolean mixedHosts, ReadLimits limits) {
    return new RunMerge(expected, mixedHosts)
        .merged(named.stream().map(part -> RunFiles.of(part, limits)).toList());
  }

  private MergedRun merged(List<RunFiles> parts) {
    requireOneKind(parts);
    MergedHosts hosts = MergedHosts.of(parts);
    if (!mixedHosts) {
      hosts.requireOne();
    }
    parts.forEach(this::add);
    findings.addAll(hosts.findings());
    if (!duplicates.isEmpty()) {
      find(
          FindingCode.DUPLICATE_ROWS,
          Severity.WARNING,
          "in more than one part, of which the first was taken: " + String.join(", ", duplicates));
    }
    addGaps(parts);
    return new MergedRun(results, List.copyOf(rows.values()), fullRows, hosts.common(), findings);
  }

  private static void requireOneKind(List<RunFiles> parts) {
    RunFiles first = parts.get(0);
    for (RunFiles part : parts) {
      if (part.results().isPresent() != first.results().isPresent()) {
        throw new ResultFormatException(
            part.named()
                + " holds "
                + kind(part)
                + ", "
                + first.named()
                + " holds "
                + kind(first)
                + ": join parts of one run");
      }
    }
  }

  private static String kind(RunFiles part) {
    return part.results().isPresent() ? "results of workloads" : "rows of JMH alone";
  }

  private void add(RunFiles part) {
    part.readResults()
        .forEach(
            (name, result) -> {
              if (results.putIfAbsent(name, result) != null) {
                duplicates.add(name);
              }
            });
    if (part.rows().isPresent()) {
      addRows(part);
    }
  }

  private void addRows(RunFiles part) {
    List<ObjectNode> nodes = RowNodes.read(part.rows().orElseThrow(), part.limits());
    List<BenchmarkRow> read = part.readRows(part.named().toString()).orElseThrow().rows();
    Path fullFile = part.named().resolve(RunFiles.FULL_ROWS);
    List<ObjectNode> full =
        Files.isRegularFile(fullFile) ? RowNodes.read(fullFile, part.limits()) : List.of();
    for (int i = 0; i < read.size(); i++) {
      BenchmarkKey key = read.get(i).key().withoutPlan();
      if (rows.putIfAbsent(key, nodes.get(i)) == null) {
        if (full.size() == nodes.size()) {
          fullRows.add(full.get(i));
        }
      } else {
        duplicates.add(name(key));
      }
    }
  }

  private static String name(BenchmarkKey key) {
    return key.benchmark() + (key.params().isEmpty() ? "" : " " + key.paramText());
  }

  private void addGaps(List<RunFiles> parts) {
    Set<String> there = new LinkedHashSet<>(results.keySet());
    rows.keySet().forEach(key -> there.add(key.benchmark()));
    for (Glob glob : expected) {
      if (there.stream().noneMatch(glob::matches)) {
        find(
            FindingCode.MANIFEST_GAP,
            Severity.ERROR,
            "no part holds " + glob.text() + ", which is expected; find out why it did not run");
      }
    }
    findings.addAll(new ShardGaps(parts).findings(results.keySet()));
  }

  private void find(FindingCode code, Severity severity, String message) {
    findings.add(new Finding(code, severity, message));
  }
}
