package io.amorsize.jmh.night;

import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.interleaved.JmhArguments;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.jmh.report.SuiteReport;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.jmh.shard.RunMerge;
import io.amorsize.result.PerformanceResult;
import io.amorsize.result.ReadLimits;
import io.amorsize.workload.WorkloadSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The workloads of the suite, one after the other, each in a folder of its own, so that a night
 * that was killed measures none of them twice.
 */
public final class SuiteMeasurement implements NightMeasurement {

  private static final String PARTS = "parts";

  private final Supplier<PerformanceSuite> suites;
  private final SuiteOptions.Builder options;
  private final List<WorkloadSpec<?, ?>> workloads;
  private final RunProfile profile;
  private final Optional<JarSide> side;

  /**
   * A suite.
   *
   * @param suites makes what measures
   * @param options how, but for the workloads and the folder
   * @param workloads what
   * @param profile how much
   * @param side the jars and JVM arguments that measure the same again, where they are known
   */
  public SuiteMeasurement(
      Supplier<PerformanceSuite> suites,
      SuiteOptions.Builder options,
      List<WorkloadSpec<?, ?>> workloads,
      RunProfile profile,
      Optional<JarSide> side) {
    this.suites = suites;
    this.options = options;
    this.workloads = List.copyOf(workloads);
    this.profile = profile;
    this.side = side;
  }

  @Override
  public String word() {
    return "suite";
  }

  @Override
  public Outcome measure(Path run) {
    List<Path> parts = new ArrayList<>();
    long missing = workloads.stream().filter(spec -> !isMeasured(part(run, spec))).count();
    options.build().listener().expecting(2 * profile.pairs() * (int) missing);
    for (WorkloadSpec<?, ?> spec : workloads) {
      Path part = part(run, spec);
      if (!isMeasured(part)) {
        SuiteOptions one = options.workloads(List.of(spec)).runFolder(part).build();
        suites.get().run(one);
      }
      parts.add(part);
    }
    RunMerge.of(parts, List.of(), true, ReadLimits.DEFAULT).write(run);
    Map<String, PerformanceResult> results = RunFiles.of(run).readResults();
    return new Outcome(sentence(results.values()), failures(results.values()));
  }

  private static Path part(Path run, WorkloadSpec<?, ?> spec) {
    return run.resolve(PARTS).resolve(spec.name());
  }

  private static boolean isMeasured(Path part) {
    return Files.exists(part.resolve(RunFiles.RESULTS));
  }

  private static List<String> failures(Collection<PerformanceResult> results) {
    return results.stream()
        .filter(result -> result.metadata().containsKey("error"))
        .map(result -> result.workloadName() + ": " + result.metadata().get("error"))
        .toList();
  }

  private static String sentence(Collection<PerformanceResult> results) {
    long passed = results.stream().filter(PerformanceResult::passed).count();
    long failed = results.size() - passed;
    long unsure = SuiteReport.unsure(results);
    return results.size()
        + (results.size() == 1 ? " workload, " : " workloads, ")
        + (failed > 0 ? failed + " failed" : unsure > 0 ? "none failed" : "all passed")
        + (unsure > 0 ? ", " + unsure + " could not be told" : "");
  }

  /** The iterations are those of the profile, so that no pilot is needed: its longest warm-up. */
  @Override
  public Optional<Again> again() {
    int warmup = profile.warmupBounds().most();
    JmhArguments arguments =
        JmhArguments.parse(
            List.of(
                "-wi",
                Integer.toString(warmup),
                "-w",
                "100ms",
                "-i",
                Integer.toString(profile.iterations() - profile.warmupIterations()),
                "-r",
                "100ms"));
    return side.map(known -> new Again(known, arguments));
  }
}
