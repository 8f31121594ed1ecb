package io.amorsize.history;

import io.amorsize.result.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

  /** Removes entries but for some: replaced ones, and those of a killed save. */
  void keepOnly(List<Baseline.Entry> entries) {
    Set<Path> kept =
        entries.stream()
            .flatMap(Baseline.Entry::files)
            .map(Path::getParent)
            .collect(Collectors.toSet());
    try (Stream<Path> children = Files.list(baseline)) {
      for (Path child : children.filter(Files::isDirectory).toList()) {
        if (!kept.contains(child)) {
          delete(child);
        }
      }
    } catch (IOException e) {
      // What is left over is removed by the next save.
    }
  }

  private static void delete(Path entry) throws IOException {
    for (String file : List.of(RESULTS, JMH)) {
      Files.deleteIfExists(entry.resolve(file));
    }
    Files.deleteIfExists(entry);
  }
}
