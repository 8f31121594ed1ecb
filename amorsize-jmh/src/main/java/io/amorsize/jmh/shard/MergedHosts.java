package io.amorsize.jmh.shard;

import io.amorsize.finding.Finding;
import io.amorsize.finding.FindingCode;
import io.amorsize.finding.Severity;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import io.amorsize.result.ShownText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the parts of a run were measured, and what differs. */
final class MergedHosts {

  private final Map<Path, RunEnvironment> known = new LinkedHashMap<>();
  private final Map<Path, Set<String>> jvms = new LinkedHashMap<>();
  private final List<Path> unknown = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  private MergedHosts() {}

  static MergedHosts of(List<RunFiles> parts) {
    MergedHosts hosts = new MergedHosts();
    for (RunFiles part : parts) {
      Optional<RunEnvironment> where = part.environment();
      where.ifPresentOrElse(
          here -> hosts.known.put(part.named(), here), () -> hosts.unknown.add(part.named()));
      hosts.jvms.put(part.named(), jvms(part));
    }
    hosts.compare();
    return hosts;
  }

  /** The JVMs of rows, which JMH's JSON names; machines it does not. */
  private static Set<String> jvms(RunFiles part) {
    Set<String> found = new LinkedHashSet<>();
    if (part.rows().isPresent()) {
      for (BenchmarkRow row : part.readRows(part.named().toString()).orElseThrow().rows()) {
        row.settings()
            .jdkVersion()
            .ifPresent(
                version ->
                    found.add(row.settings().vmName().map(vm -> vm + " ").orElse("") + version));
      }
    }
    return found;
  }

  private void compare() {
    Path first = known.isEmpty() ? null : known.keySet().iterator().next();
    for (Map.Entry<Path, RunEnvironment> other : known.entrySet()) {
      for (RunEnvironment.Difference differing : known.get(first).differencesTo(other.getValue())) {
        differences.add(first + " and " + other.getKey() + ": " + differing);
      }
    }
    Path base = jvms.keySet().iterator().next();
    jvms.forEach(
        (part, names) -> {
          if (!names.isEmpty() && !jvms.get(base).isEmpty() && !names.equals(jvms.get(base))) {
            differences.add(
                base
                    + " and "
                    + part
                    + ": JVM "
                    + text(jvms.get(base))
                    + " against "
                    + text(names));
          }
        });
  }

  private static String text(Set<String> names) {
    return ShownText.of(String.join(" and ", names));
  }

  /**
   * Checks that nothing is known to differ.
   *
   * @throws ResultFormatException in one sentence, if something does
   */
  void requireOne() {
    if (!differences.isEmpty()) {
      throw new ResultFormatException(
          "the parts were measured on different machines or JVMs ("
              + String.join("; ", differences)
              + "); measure them on machines of one kind, or say --allow-mixed-hosts");
    }
  }

  /** What all parts share; empty where some differ or are unknown. */
  Optional<RunEnvironment> common() {
    return differences.isEmpty() && unknown.isEmpty()
        ? known.values().stream().findFirst()
        : Optional.empty();
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (!differences.isEmpty()) {
      findings.add(
          new Finding(
              FindingCode.ENVIRONMENT_DIFFERS,
              Severity.WARNING,
              "joined although measured on different machines or JVMs: "
                  + String.join("; ", differences)));
    }
    if (!unknown.isEmpty() && unknown.size() + known.size() > 1) {
      findings.add(
          new Finding(
              FindingCode.ENVIRONMENT_UNKNOWN,
              Severity.INFO,
              (unknown.size() == 1 ? "1 part does" : unknown.size() + " parts do")
                  + " not say on which machine it was measured; joined as if on that of the"
                  + " others"));
    }
    return findings;
  }
}
