package io.amorsize.jmh.cli;

import io.amorsize.history.SeriesKey;
import io.amorsize.policy.Glob;
import io.amorsize.verdict.RowSelection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which series of a history are meant. */
final class SeriesOptions {

  @Option(
      names = {"--include", "--benchmark"},
      paramLabel = "GLOB",
      description =
          "Only benchmarks or workloads whose full name matches, for instance '*Parser*'.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Without benchmarks or workloads whose full name matches.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--metric",
      paramLabel = "GLOB",
      description =
          "Metrics to show, for instance gc.alloc.rate.norm (default: the benchmarks' own scores"
              + " and, of workloads, speedup, accuracy, execution_time and regret).")
  private List<String> metrics = new ArrayList<>();

  RowSelection selection() {
    return new RowSelection(
        globs(include),
        globs(exclude),
        globs(metrics.isEmpty() ? SeriesKey.USUAL_METRICS : metrics));
  }

  /** The same with the usual metrics of all others, which tell the machines apart. */
  RowSelection selectionOfSuite() {
    List<String> all = new ArrayList<>(SeriesKey.USUAL_METRICS);
    all.addAll(metrics);
    return new RowSelection(List.of(), List.of(), globs(all));
  }

  private static List<Glob> globs(List<String> texts) {
    return texts.stream().map(Glob::new).toList();
  }
}
