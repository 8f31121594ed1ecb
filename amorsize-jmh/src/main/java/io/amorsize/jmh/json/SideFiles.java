package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of one side of a comparison, named by themselves or by their folder. */
final class SideFiles {

  private static final String OF_BASELINE = "baseline.json";

  private final JmhResultReader reader;
  private final Map<Path, Path> files = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  SideFiles(JmhResultReader reader) {
    this.reader = reader;
  }

  BenchmarkRun read(String label, List<Path> filesOrFolders) {
    if (filesOrFolders.isEmpty()) {
      throw new ResultFormatException(label + ": no file is named; name at least one JMH result");
    }
    for (Path named : filesOrFolders) {
      if (Files.isDirectory(named)) {
        addFolder(named);
      } else {
        add(named);
      }
    }
    List<BenchmarkRun> runs = files.values().stream().map(reader::read).toList();
    if (runs.size() > 1) {
      requireNoCopies(runs);
    }
    BenchmarkRun joined = BenchmarkRun.join(label, runs);
    notes.addAll(joined.notes());
    return new BenchmarkRun(label, joined.rows(), joined.environment(), notes);
  }

  private void addFolder(Path folder) {
    List<Path> candidates = candidates(folder);
    List<Path> skipped = candidates.stream().filter(this::isOfAnotherKind).toList();
    if (skipped.size() == candidates.size()) {
      throw new ResultFormatException(
          folder
              + ": this folder holds no JMH result, which is a file named *.json or *.json.gz"
              + (skipped.isEmpty() ? "" : ", but only " + names(skipped)));
    }
    if (!skipped.isEmpty()) {
      notes.add(folder + ": left out as no JMH results: " + names(skipped));
    }
    candidates.stream().filter(file -> !skipped.contains(file)).forEach(this::add);
  }

  private static List<Path> candidates(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(file -> plainName(file).matches("[^.].*\\.json") && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ResultFormatException(folder + ": " + BrokenFile.reason(e), e);
    }
  }

  private boolean isOfAnotherKind(Path file) {
    String name = plainName(file);
    return name.equals(OF_BASELINE) || name.endsWith(KeptWarmup.FULL) || !reader.looksLikeJmh(file);
  }

  /** The name without what says that it is compressed. */
  private static String plainName(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
  }

  private void add(Path file) {
    Path earlier = files.putIfAbsent(identity(file), file);
    if (earlier != null) {
      throw new ResultFormatException(
          file + ": named twice on one side, so its forks would count twice; name it once");
    }
  }

  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  /** A copy shows forks that never ran, and noise that is not there. */
  private static void requireNoCopies(List<BenchmarkRun> runs) {
    Map<List<BenchmarkRow>, String> seen = new HashMap<>();
    for (BenchmarkRun run : runs) {
      String earlier = seen.putIfAbsent(run.rows(), run.label());
      if (earlier != null) {
        throw new ResultFormatException(
            run.label()
                + ": holds the same results as "
                + earlier
                + ", so its forks would count twice; leave one of them out");
      }
    }
  }
}
