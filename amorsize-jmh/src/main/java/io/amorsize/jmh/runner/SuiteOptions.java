package io.amorsize.jmh.runner;

import io.amorsize.jmh.json.RunFiles;
import io.amorsize.workload.StandardWorkloads;
import io.amorsize.workload.WorkloadCatalog;
import io.amorsize.workload.WorkloadSpec;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a suite runs and where its results go.
 *
 * @param workloads the workloads, in order
 * @param runValidation whether predictions are measured
 * @param validateMaxItems most items of a workload that is measured in process, applied before it
 *     is planned
 * @param inProcess whether all workloads are planned and measured in this JVM
 * @param profile how much is measured in forks
 * @param catalog the workloads that forks can find by name; others run in this JVM
 * @param seed seed of the workloads' data and of the order of the forks
 * @param jvmArgs arguments of the forked JVMs instead of a fixed heap of 512 MB
 * @param workloadsJar a jar with providers of some of the workloads, for the forks' class path
 * @param resultsPath where the results are saved after each workload, if they are
 * @param runFolder where results, JMH's JSON and JMH's output go, if they do
 * @param output where progress and JMH's output are printed, if they are
 * @param listener hears of the progress
 */
public record SuiteOptions(
    List<WorkloadSpec<?, ?>> workloads,
    boolean runValidation,
    int validateMaxItems,
    boolean inProcess,
    RunProfile profile,
    WorkloadCatalog catalog,
    long seed,
    Optional<List<String>> jvmArgs,
    Optional<Path> workloadsJar,
    Optional<Path> resultsPath,
    Optional<Path> runFolder,
    Optional<PrintStream> output,
    SuiteListener listener) {

  /** Name of the results file where none is given. */
  public static final Path DEFAULT_RESULTS = Path.of(RunFiles.RESULTS);

  /** Copies the workloads and checks the range. */
  public SuiteOptions {
    workloads = List.copyOf(workloads);
    if (validateMaxItems < 1) {
      throw new IllegalArgumentException(
          "validateMaxItems must be at least 1, is " + validateMaxItems);
    }
  }

  /** The standard workloads, validated, nothing saved, nothing printed. */
  public static SuiteOptions defaults() {
    return builder().build();
  }

  /** Starts from {@link #defaults()}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Arguments of the JVMs that measure. */
  public List<String> measuringArgs() {
    return ForkJvm.measuringArgs(jvmArgs);
  }

  /** Whether a workload is planned and measured in forks, which must find it by its name. */
  boolean runsInForks(WorkloadSpec<?, ?> spec) {
    return !inProcess && catalog.contains(spec);
  }

  PrintStream jmhOutput() {
    return output.orElseGet(
        () -> new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  /** Collects the options that differ from the defaults. */
  public static final class Builder {
    private List<WorkloadSpec<?, ?>> workloads = StandardWorkloads.all();
    private boolean runValidation = true;
    private int validateMaxItems = 50;
    private boolean inProcess;
    private RunProfile profile = RunProfile.STANDARD;
    private Optional<WorkloadCatalog> catalog = Optional.empty();
    private long seed = StandardWorkloads.DEFAULT_SEED;
    private Optional<List<String>> jvmArgs = Optional.empty();
    private Optional<Path> workloadsJar = Optional.empty();
    private Optional<Path> resultsPath = Optional.empty();
    private Optional<Path> runFolder = Optional.empty();
    private Optional<PrintStream> output = Optional.empty();
    private SuiteListener listener = SuiteListener.SILENT;

    private Builder() {}

    /** The workloads to run, in order; those of providers in forks, others in this JVM. */
    public Builder workloads(List<? extends WorkloadSpec<?, ?>> value) {
      workloads = List.copyOf(value);
      return this;
    }

    /** Whether predictions are measured; without, only planning is done. */
    public Builder runValidation(boolean value) {
      runValidation = value;
      return this;
    }

    /** Most items of a workload that is measured in this JVM. */
    public Builder validateMaxItems(int value) {
      validateMaxItems = value;
      return this;
    }

    /** Whether workloads that forks could run are planned and measured in this JVM, too. */
    public Builder inProcess(boolean value) {
      inProcess = value;
      return this;
    }

    /** How much is measured in forks. */
    public Builder profile(RunProfile value) {
      profile = value;
      return this;
    }

    /** The workloads that forks can find by name; without, those on the class path. */
    public Builder catalog(WorkloadCatalog value) {
      catalog = Optional.of(value);
      return this;
    }

    /** Seed of the workloads' data and of the order of the forks. */
    public Builder seed(long value) {
      seed = value;
      return this;
    }

    /** Arguments of the forked JVMs, instead of a fixed heap of 512 MB. */
    public Builder jvmArgs(List<String> value) {
      jvmArgs = Optional.of(List.copyOf(value));
      return this;
    }

    /** A jar with workload providers, added to the class path of the forks. */
    public Builder workloadsJar(Path value) {
      workloadsJar = Optional.of(value);
      return this;
    }

    /** Saves the results after each workload to {@link #DEFAULT_RESULTS}, or not at all. */
    public Builder saveResults(boolean value) {
      resultsPath = value ? Optional.of(resultsPath.orElse(DEFAULT_RESULTS)) : Optional.empty();
      return this;
    }

    /** Saves the results after each workload to this file. */
    public Builder resultsPath(Path value) {
      resultsPath = Optional.of(value);
      return this;
    }

    /** Keeps results, JMH's JSON and JMH's output in this folder. */
    public Builder runFolder(Path value) {
      runFolder = Optional.of(value);
      return this;
    }

    /** Prints progress and JMH's output there. */
    public Builder verbose(PrintStream value) {
      output = Optional.of(value);
      return this;
    }

    /** Hears of the progress. */
    public Builder listener(SuiteListener value) {
      listener = value;
      return this;
    }

    /** The options. */
    public SuiteOptions build() {
      return new SuiteOptions(
          workloads,
          runValidation,
          validateMaxItems,
          inProcess,
          profile,
          catalog.orElseGet(() -> WorkloadCatalog.load(SuiteOptions.class.getClassLoader(), seed)),
          seed,
          jvmArgs,
          workloadsJar,
          resultsPath,
          runFolder,
          output,
          listener);
    }
  }
}
