package io.amorsize.jmh.cli;

import io.amorsize.result.ResultFormatException;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of every command that runs workloads. */
final class WorkloadOptions {

  @Option(
      names = "--workloads",
      paramLabel = "JAR",
      description = "A jar with workload providers, run beside the standard workloads.")
  private Path jar;

  @Option(
      names = "--max-items",
      paramLabel = "N",
      description = "At most N items of each workload.")
  private Integer maxItems;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + StandardWorkloads.DEFAULT_SEED,
      description = "Seed of the data and of the order of forks (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--jvm-args",
      paramLabel = "ARGS",
      description = "Arguments of the forked JVMs, instead of a fixed heap of 512 MB.")
  private String jvmArgs;

  long seed() {
    return seed;
  }

  Optional<List<String>> jvmArgs() {
    return Optional.ofNullable(jvmArgs).map(text -> List.of(text.strip().split("\\s+")));
  }

  /** What forks need to know to find the same workloads. */
  List<String> properties() {
    List<String> properties = new ArrayList<>();
    if (seed != StandardWorkloads.DEFAULT_SEED) {
      properties.add("-Damorsize.seed=" + seed);
    }
    if (maxItems != null) {
      properties.add("-Damorsize.maxItems=" + maxItems);
    }
    return properties;
  }

  Optional<Path> jar() {
    return Optional.ofNullable(jar);
  }

  /**
   * The workloads that can be named.
   *
   * @throws ResultFormatException in one sentence, if the jar or a provider in it cannot be used
   */
  WorkloadCatalog catalog() {
    if (maxItems != null && maxItems < 1) {
      throw new ResultFormatException("--max-items must be at least 1, is " + maxItems);
    }
    try {
      return WorkloadCatalog.load(loader(), seed);
    } catch (ServiceConfigurationError | IllegalArgumentException e) {
      throw new ResultFormatException(
          jar + ": its workload providers cannot be used: " + e.getMessage(), e);
    }
  }

  /** A workload as the options limit it. */
  WorkloadSpec<?, ?> limited(WorkloadSpec<?, ?> spec) {
    return maxItems == null ? spec : spec.limitedTo(maxItems);
  }

  /**
   * The workload of a name, as the options limit it.
   *
   * @throws ResultFormatException in one sentence, if there is none
   */
  WorkloadSpec<?, ?> find(WorkloadCatalog catalog, String name) {
    return limited(
        catalog
            .find(name)
            .orElseThrow(
                () ->
                    new ResultFormatException(
                        "there is no workload '" + name + "'; there are " + names(catalog))));
  }

  static String names(WorkloadCatalog catalog) {
    List<WorkloadSpec<?, ?>> all = catalog.all();
    return all.stream().map(WorkloadSpec::name).collect(Collectors.joining(", "));
  }

  private ClassLoader loader() {
    ClassLoader ours = WorkloadOptions.class.getClassLoader();
    if (jar == null) {
      return ours;
    }
    if (!Files.isRegularFile(jar)) {
      throw new ResultFormatException(jar + ": there is no such jar");
    }
    try {
      return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ours);
    } catch (MalformedURLException e) {
      throw new ResultFormatException(jar + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
