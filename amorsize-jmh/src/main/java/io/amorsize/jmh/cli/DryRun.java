package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.SessionSpec;
import io.amorsize.jmh.report.Cell;
import io.amorsize.jmh.report.Column;
import io.amorsize.jmh.report.Report;
import io.amorsize.jmh.report.Section;
import io.amorsize.jmh.report.SessionFacts;
import io.amorsize.jmh.report.Tone;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.result.JsonFile;
import io.amorsize.workload.WorkloadSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a suite would run, without running it; and how every command says so to programs. */
final class DryRun {

  static final String SCHEMA = "amorsize.dry-run/1";

  private DryRun() {}

  static Report report(List<WorkloadSpec<?, ?>> workloads, RunProfile profile) {
    List<Column> columns =
        List.of(
            Column.words("workload"),
            Column.numbers("items"),
            Column.numbers("forks"),
            Column.words("description"));
    List<List<Cell>> rows =
        workloads.stream()
            .map(
                spec ->
                    List.of(
                        Cell.of(spec.name()),
                        Cell.of(Integer.toString(spec.dataSize())),
                        Cell.of(Integer.toString(forks(profile))),
                        Cell.of(spec.description())))
            .toList();
    return new Report(
        "Amorsize suite, dry run",
        workloads.size()
            + " workloads, about "
            + SessionFacts.inWords(expected(workloads, profile))
            + "; nothing was run.",
        Tone.PLAIN,
        List.of(new Section.Table("", columns, rows)),
        "Next: leave out --dry-run.");
  }

  static String json(List<WorkloadSpec<?, ?>> workloads, RunProfile profile) {
    List<String> names = workloads.stream().map(WorkloadSpec::name).toList();
    return json(
        "workloads", names, "forks_per_workload", forks(profile), expected(workloads, profile));
  }

  /**
   * What would be run, for programs.
   *
   * @param kind what the names are of
   * @param forks what the count is of
   */
  private static String json(
      String kind, List<String> names, String forks, int count, Duration expected) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put(kind, names);
    json.put(forks, count);
    json.put("expected_seconds", expected.toSeconds());
    return JsonFile.text(json);
  }

  /** The same of a session's benchmarks. */
  static String json(SessionSpec spec, String forks, int count, Duration expected) {
    List<String> names = spec.units().stream().map(unit -> unit.base().toString()).toList();
    return json("benchmarks", names, forks, count, expected);
  }

  private static int forks(RunProfile profile) {
    return 2 * profile.pairs();
  }

  private static Duration expected(List<WorkloadSpec<?, ?>> workloads, RunProfile profile) {
    return profile.expectedWorkload().multipliedBy(workloads.size());
  }
}
