package io.amorsize.jmh.shard;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.jmh.json.RunFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the parts themselves say is missing. */
final class ShardGaps {

  private final List<ShardFile> shards;

  ShardGaps(List<RunFiles> parts) {
    this.shards =
        parts.stream().map(part -> ShardFile.read(part.named())).flatMap(Optional::stream).toList();
  }

  /**
   * The gaps.
   *
   * @param there names of the workloads that the parts hold
   */
  List<Finding> findings(Set<String> there) {
    List<Finding> findings = new ArrayList<>();
    if (shards.isEmpty()) {
      return findings;
    }
    int count = shards.get(0).shard().count();
    Set<Integer> missing = new TreeSet<>();
    for (int index = 1; index <= count; index++) {
      missing.add(index);
    }
    shards.forEach(shard -> missing.remove(shard.shard().index()));
    missing.forEach(index -> findings.add(gap("part " + new Shard(index, count) + " is missing")));
    Set<String> names = new TreeSet<>(shards.get(0).split().all());
    names.removeAll(there);
    if (!names.isEmpty()) {
      findings.add(gap("no part holds " + String.join(", ", names)));
    }
    if (shards.stream().map(ShardFile::split).distinct().count() > 1) {
      findings.add(
          new Finding(
              FindingCode.DUPLICATE_ROWS,
              Severity.WARNING,
              "the parts were split differently, so that some measured the same and perhaps none"
                  + " measured the rest; give all parts one history"));
    }
    return findings;
  }

  private static Finding gap(String what) {
    return new Finding(
        FindingCode.MANIFEST_GAP, Severity.ERROR, what + "; find out why it did not run");
  }
}
