package io.amorsize.history;

import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders of a baseline's entries, each written once.
 *
 * @param baseline folder of the baseline
 * @param shelf where jars are kept
 */
record EntryFiles(Path baseline, JarShelf shelf) {

  private static final String RESULTS = "performance_results.json";
  private static final String JMH = "jmh-result.json";

  /** Writes an entry that no manifest names yet. */
  Baseline.Entry write(NewEntry saved) {
    Path folder = baseline.resolve(saved.folderName());
    Path results = folder.resolve(RESULTS);
    Path jmh = folder.resolve(JMH);
    saved.results().ifPresent(text -> WholeFile.write(results, text));
    saved.jmh().ifPresent(bytes -> WholeFile.write(jmh, bytes));
    return new Baseline.Entry(
        saved.environment(),
        saved.savedAt(),
        saved.results().map(text -> results),
        saved.jmh().map(bytes -> jmh),
        saved.jars().benchmarks().map(shelf::keep),
        saved.jars().workloads().map(shelf::keep),
        saved.origin());
  }

  /** Copies an entry of another baseline; a jar that is gone stays known by its hash. */
  Baseline.Entry copy(Baseline.Entry entry, EntryOrigin origin, Instant at) {
    Path folder = baseline.resolve(NewEntry.of(entry.environment(), at).folderName());
    return new Baseline.Entry(
        entry.environment(),
        at,
        entry.results().map(file -> copied(file, folder.resolve(RESULTS))),
        entry.jmh().map(file -> copied(file, folder.resolve(JMH))),
        entry.jar().map(this::onShelf),
        entry.workloadsJar().map(this::onShelf),
        origin);
  }

  private static Path copied(Path file, Path target) {
    WholeFile.copy(file, target);
    return target;
  }

  private KeptJar onShelf(KeptJar jar) {
    return jar.isThere() ? shelf.keep(jar.file()) : shelf.jar(jar.sha256());
  }

  /** Removes entries but for some: replaced ones, and what killed saves left. */
  void keepOnly(List<Baseline.Entry> entries) {
    Set<Path> kept =
        entries.stream()
            .flatMap(Baseline.Entry::files)
            .map(Path::getParent)
            .collect(Collectors.toSet());
    try {
      sweep(baseline, WholeFile::isTemporary);
      for (Path child : children(Files::isDirectory)) {
        sweep(child, kept.contains(child) ? WholeFile::isTemporary : EntryFiles::isOurs);
        removeIfEmpty(child);
      }
    } catch (IOException e) {
      // What is left over is removed by the next save.
    }
  }

  private List<Path> children(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.list(baseline)) {
      return all.filter(wanted).toList();
    }
  }

  private static void sweep(Path folder, Predicate<Path> gone) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(gone).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A folder in which somebody keeps a file of their own stays. */
  private static void removeIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // As it should be.
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    return name.equals(RESULTS) || name.equals(JMH) || WholeFile.isTemporary(file);
  }
}
