package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.BaselineStore;
import io.amorsize.history.KeptJar;
import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.jmh.json.RunFiles;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a user named as one side of a comparison: an existing file or folder, else a baseline.
 *
 * @param label what the user wrote
 * @param path the file or folder; empty for a baseline
 * @param baseline the baseline; empty for a file or another folder
 * @param limits what its files may hold at most
 */
record ComparedSide(
    String label, Optional<Path> path, Optional<Baseline> baseline, ReadLimits limits) {

  /** What can be compared with each other. */
  enum Kind {
    /** Results of workloads, our own files and those of the Python tool. */
    WORKLOADS("results of workloads"),
    /** Rows of JMH results. */
    ROWS("rows of JMH");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * Looks at what a user named.
   *
   * @throws ResultFormatException in one sentence, if there is no such thing
   */
  static ComparedSide find(String text, BaselineOptions baselines, ReadLimits limits) {
    Optional<Path> there = existing(text);
    if (there.isEmpty()) {
      Baseline named = baselines.store().find(text).orElseThrow(() -> baselines.unknown(text));
      return new ComparedSide(text, Optional.empty(), Optional.of(named), limits);
    }
    Optional<Baseline> folder = there.filter(BaselineStore::isBaseline).map(BaselineStore::read);
    return new ComparedSide(text, folder.isPresent() ? Optional.empty() : there, folder, limits);
  }

  /** Whether a user named something that is there. */
  static boolean isThere(String text, BaselineOptions baselines) {
    return existing(text).isPresent() || baselines.store().find(text).isPresent();
  }

  private static Optional<Path> existing(String text) {
    try {
      return Optional.of(Path.of(text)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What it can be compared as. */
  Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    if (baseline.isPresent()) {
      List<Baseline.Entry> entries = baseline.get().entries();
      if (entries.stream().anyMatch(entry -> entry.results().isPresent())) {
        kinds.add(Kind.WORKLOADS);
      }
      if (entries.stream().anyMatch(entry -> entry.jmh().isPresent())) {
        kinds.add(Kind.ROWS);
      }
    } else if (!Files.isDirectory(path.orElseThrow())) {
      kinds.add(new JmhResultReader(limits).looksLikeJmh(path.get()) ? Kind.ROWS : Kind.WORKLOADS);
    } else {
      kinds.add(Kind.ROWS);
      if (isOfSuite()) {
        kinds.add(Kind.WORKLOADS);
      }
    }
    return kinds;
  }

  /**
   * Reads it as what it seems to be.
   *
   * @throws ResultFormatException in one sentence, if it is broken
   */
  void requireReadable() {
    if (kinds().contains(Kind.WORKLOADS)) {
      results(Optional.empty());
    } else {
      rows(Optional.empty());
    }
  }

  /**
   * The results of workloads on this side.
   *
   * @param near where the other side was measured, to choose among a baseline's entries
   */
  ResultsArgument results(Optional<RunEnvironment> near) {
    Path file =
        baseline
            .map(
                named ->
                    named
                        .entryFor(near, entry -> entry.results().isPresent())
                        .flatMap(Baseline.Entry::results)
                        .orElseThrow(() -> without(Kind.WORKLOADS)))
            .orElseGet(() -> isOfSuite() ? path.get().resolve(RunFiles.RESULTS) : onlyFile());
    return ResultsArgument.read(label, file, limits);
  }

  private Path onlyFile() {
    if (Files.isDirectory(path.orElseThrow())) {
      throw without(Kind.WORKLOADS);
    }
    return path.get();
  }

  private ResultFormatException without(Kind kind) {
    return new ResultFormatException(label + ": holds no " + kind.words() + " to compare");
  }

  /** The jar that a baseline keeps with the entry it is shown by, where nothing is compared. */
  Optional<KeptJar> jar() {
    boolean workloads = kinds().contains(Kind.WORKLOADS);
    return baseline
        .flatMap(
            named ->
                named.entryFor(
                    Optional.empty(),
                    entry -> (workloads ? entry.results() : entry.jmh()).isPresent()))
        .flatMap(Baseline.Entry::jar);
  }

  /**
   * The day on which the rows of a baseline were measured; empty for other files.
   *
   * @param near where the other side was measured, to choose among a baseline's entries
   */
  Optional<LocalDate> measuredOn(Optional<RunEnvironment> near) {
    return baseline
        .flatMap(named -> named.entryFor(near, found -> found.jmh().isPresent()))
        .map(entry -> LocalDate.ofInstant(entry.measuredAt(), ZoneId.systemDefault()));
  }

  /**
   * The rows on this side.
   *
   * @param near where the other side was measured, to choose among a baseline's entries
   */
  BenchmarkRun rows(Optional<RunEnvironment> near) {
    if (baseline.isPresent()) {
      Baseline.Entry entry =
          baseline
              .get()
              .entryFor(near, found -> found.jmh().isPresent())
              .orElseThrow(() -> without(Kind.ROWS));
      return read(entry.jmh().orElseThrow()).measuredIn(entry.environment());
    }
    boolean ofRun = path.filter(ComparedSide::isOfRun).isPresent();
    Path rows = ofRun ? path.get().resolve(RunFiles.ROWS) : path.orElseThrow();
    BenchmarkRun run = read(rows);
    return environment().map(run::measuredIn).orElse(run);
  }

  /** The one file of JMH that holds the rows of this side, if it is one. */
  Optional<Path> rowsFile() {
    return path.map(there -> isOfRun(there) ? there.resolve(RunFiles.ROWS) : there)
        .filter(Files::isRegularFile);
  }

  private BenchmarkRun read(Path rows) {
    return new JmhResultReader(limits).readAll(label, List.of(rows));
  }

  /** Where it was measured, as far as what lies beside the rows says. */
  Optional<RunEnvironment> environment() {
    return path.filter(ComparedSide::isOfRun)
        .flatMap(there -> RunFiles.of(there, limits).environment());
  }

  private boolean isOfSuite() {
    return path.filter(there -> Files.isRegularFile(there.resolve(RunFiles.RESULTS))).isPresent();
  }

  /** Whether a folder is what a run of this program leaves behind. */
  private static boolean isOfRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFiles.RESULTS))
        || Files.isRegularFile(folder.resolve(RunFiles.ENVIRONMENT));
  }
}
