package io.amorsize.jmh.cli;

import io.amorsize.history.NameFacts;
import io.amorsize.history.NewRun;
import io.amorsize.history.RunLine;
import io.amorsize.history.RunOrigin;
import io.amorsize.jmh.build.GitFacts;
import io.amorsize.jmh.json.GzipText;
import io.amorsize.result.LimitedInput;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Files of old results, and what is known of each. */
final class ImportedFiles {

  private final OriginOptions origin;
  private final SourceOptions.Source source;
  private final InstantSource clock;
  private final ReadLimits limits;

  ImportedFiles(OriginOptions origin, InstantSource clock, ReadLimits limits) {
    this.origin = origin;
    // What the CI system says is about today, and these are old.
    this.source = origin.source(Map.of());
    this.clock = clock;
    this.limits = limits;
  }

  /**
   * The files that were named, with those of folders, by name.
   *
   * @throws ResultFormatException in one sentence, if one is not there or a folder holds none
   */
  static List<Path> expand(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new ResultFormatException(path + ": there is no such file or folder");
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found =
          entries
              .filter(Files::isRegularFile)
              .filter(file -> isResult(file.getFileName().toString()))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new ResultFormatException(
            folder + ": this folder holds no file named *.json, *.jsonl, *.json.gz or *.jsonl.gz");
      }
      return found;
    } catch (IOException e) {
      throw new ResultFormatException(folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isResult(String name) {
    return name.matches("[^.].*\\.jsonl?(\\.gz)?") && !name.matches(".*\\.warmup\\.json(\\.gz)?");
  }

  /**
   * Reads a file.
   *
   * @param receiver is given each run in it
   * @throws ResultFormatException in one sentence, if it cannot be read
   */
  void read(Path file, Consumer<NewRun> receiver) {
    if (file.getFileName().toString().matches(".*\\.jsonl(\\.gz)?")) {
      readLines(file, receiver);
    } else {
      receiver.accept(run(file));
    }
  }

  private void readLines(Path file, Consumer<NewRun> receiver) {
    try (BufferedReader lines = GzipText.reader(file, limits)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          receiver.accept(RunLine.read(file + ", line " + number, line, limits));
        }
      }
    } catch (LimitedInput.TooLarge e) {
      throw new ResultFormatException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ResultFormatException(file + ": cannot be read: " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new ResultFormatException(
          file + ": a line does not fit into the memory of this JVM; give it more with -Xmx", e);
    }
  }

  private NewRun run(Path file) {
    RunInput input = RunInput.read(file, limits);
    NameFacts named = NameFacts.of(file.getFileName().toString());
    boolean enough = named.time().isPresent() && named.commit().isPresent();
    Optional<GitFacts.LastChange> change = enough ? Optional.empty() : GitFacts.lastChange(file);
    RunOrigin from =
        new RunOrigin(
            origin.name().orElseGet(() -> RunInput.name(file)),
            origin
                .time(clock)
                .or(named::time)
                .or(input::time)
                .or(() -> change.map(GitFacts.LastChange::time))
                .orElseGet(() -> RunInput.written(file)),
            source.commit().or(named::commit).or(() -> change.map(GitFacts.LastChange::commit)),
            source.branch(),
            new TreeMap<>(origin.labels()),
            origin.environment().or(input::environment));
    return new NewRun(from, input.content());
  }
}
