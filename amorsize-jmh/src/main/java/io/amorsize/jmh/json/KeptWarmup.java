package io.amorsize.jmh.json;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.ResultFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A result with the iterations that were left out of it as warm-up, where those are known: a file
 * {@code X.warmup.json} beside {@code X.json} holds them, and a file made with {@code -wi 0} leaves
 * none out.
 *
 * @param run the rows with every iteration, in the order of the file
 * @param chosen by row, how many iterations were left out as warm-up
 */
public record KeptWarmup(BenchmarkRun run, Map<BenchmarkKey, Integer> chosen) {

  private static final String PLAIN = ".json";

  /** Ends the name of a file with every iteration. */
  public static final String FULL = ".warmup.json";

  /** Copies the map. */
  public KeptWarmup {
    chosen = Map.copyOf(chosen);
  }

  /**
   * Reads a result.
   *
   * @param named a file, or the folder of one run of ours
   * @throws ResultFormatException in one sentence, if it cannot be read
   */
  public static KeptWarmup read(Path named, JmhResultReader reader) {
    Path file = Files.isDirectory(named) ? inFolder(named) : named;
    Path full = other(file, PLAIN, FULL);
    if (file.getFileName().toString().endsWith(FULL)) {
      Path published = other(file, FULL, PLAIN);
      return new KeptWarmup(
          reader.read(file),
          Files.isRegularFile(published) ? chosen(reader.read(published)) : Map.of());
    }
    return !full.equals(file) && Files.isRegularFile(full)
        ? new KeptWarmup(reader.read(full), chosen(reader.read(file)))
        : new KeptWarmup(reader.read(file), Map.of());
  }

  private static Path inFolder(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          new ArrayList<>(
              entries.filter(file -> file.getFileName().toString().endsWith(FULL)).toList());
      if (files.size() == 1) {
        return files.get(0);
      }
      throw new ResultFormatException(
          folder
              + ": this folder holds "
              + (files.isEmpty() ? "no file" : files.size() + " files")
              + " *"
              + FULL
              + "; name one file");
    } catch (IOException e) {
      throw new ResultFormatException(folder + ": " + BrokenFile.reason(e), e);
    }
  }

  private static Path other(Path file, String suffix, String replacement) {
    String name = file.getFileName().toString();
    return name.endsWith(suffix)
        ? file.resolveSibling(name.substring(0, name.length() - suffix.length()) + replacement)
        : file;
  }

  private static Map<BenchmarkKey, Integer> chosen(BenchmarkRun published) {
    Map<BenchmarkKey, Integer> chosen = new HashMap<>();
    for (BenchmarkRow row : published.rows()) {
      row.settings().warmupIterations().ifPresent(count -> chosen.put(row.key(), count));
    }
    return chosen;
  }

  /** Iterations that were left out of a row as warm-up. */
  public int chosen(BenchmarkRow row) {
    return chosen.getOrDefault(row.key(), 0);
  }

  /** Warm-up iterations of a row that ran and that nothing kept. */
  public int lost(BenchmarkRow row) {
    return row.settings().warmupIterations().orElse(0);
  }
}
