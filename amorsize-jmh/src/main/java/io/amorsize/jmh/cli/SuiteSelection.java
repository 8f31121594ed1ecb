package io.amorsize.jmh.cli;

import io.amorsize.jmh.interleaved.JarSide;
import io.amorsize.jmh.night.SuiteMeasurement;
import io.amorsize.jmh.runner.PerformanceSuite;
import io.amorsize.jmh.runner.RunProfile;
import io.amorsize.jmh.runner.SuiteListener;
import io.amorsize.jmh.runner.SuiteOptions;
import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which workloads of the catalog a run measures. */
final class SuiteSelection {

  @Mixin private WorkloadOptions workloads;

  @Option(
      names = "--workload",
      paramLabel = "REGEX",
      description = "Only workloads whose whole name matches.")
  private String pattern;

  WorkloadOptions workloads() {
    return workloads;
  }

  /**
   * The workloads, as the options limit them.
   *
   * @throws ResultFormatException in one sentence, if there are none
   */
  List<WorkloadSpec<?, ?>> of(WorkloadCatalog catalog) {
    Pattern wanted = pattern();
    List<WorkloadSpec<?, ?>> selected =
        catalog.all().stream()
            .filter(spec -> wanted.matcher(spec.name()).matches())
            .<WorkloadSpec<?, ?>>map(workloads::limited)
            .toList();
    if (selected.isEmpty()) {
      throw new ResultFormatException(
          "--workload " + pattern + " matches none of " + WorkloadOptions.names(catalog));
    }
    return selected;
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(pattern == null ? ".*" : pattern);
    } catch (PatternSyntaxException e) {
      throw new ResultFormatException(
          "--workload " + pattern + " is not a regular expression: " + e.getDescription(), e);
    }
  }

  /** The workloads of a night. */
  SuiteMeasurement measurement(
      Supplier<PerformanceSuite> suites,
      RunProfile profile,
      Optional<JarSide> side,
      SuiteListener listener) {
    WorkloadCatalog catalog = workloads.catalog();
    SuiteOptions.Builder options =
        SuiteOptions.builder()
            .catalog(catalog)
            .profile(profile)
            .seed(workloads.seed())
            .listener(listener);
    workloads.jar().ifPresent(options::workloadsJar);
    workloads.jvmArgs().ifPresent(options::jvmArgs);
    return new SuiteMeasurement(
        suites,
        options,
        of(catalog),
        profile,
        side.map(known -> known.withJvmArgs(arguments(options.build()))));
  }

  private List<String> arguments(SuiteOptions options) {
    List<String> arguments = new ArrayList<>(options.measuringArgs());
    arguments.addAll(workloads.properties());
    return arguments;
  }
}
