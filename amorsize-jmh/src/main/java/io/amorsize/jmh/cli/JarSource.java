package io.amorsize.jmh.cli;

import io.amorsize.history.Baseline;
import io.amorsize.history.BaselineStore;
import io.amorsize.history.KeptJar;
import io.amorsize.result.ResultFormatException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the benchmark jar that a side of a recorded comparison stands for. */
final class JarSource {

  private static final String SESSION = "session.json";

  private final String option;
  private final Function<Path, Optional<Path>> sessionJar;

  /**
   * A source.
   *
   * @param option the option that names the jar of this side, for messages
   * @param sessionJar the jar of this side that a folder with a session names
   */
  JarSource(String option, Function<Path, Optional<Path>> sessionJar) {
    this.option = option;
    this.sessionJar = sessionJar;
  }

  /**
   * The jar of a side: a jar itself, the one that a baseline keeps, or the one that a session ran.
   *
   * @param label the side as the comparison recorded it
   * @param baselines where named baselines are
   * @return empty where the label names nothing that knows its jar
   * @throws ResultFormatException in one sentence, if the jar is known and not to be had
   */
  Optional<Path> find(String label, BaselineOptions baselines) {
    Optional<Path> there = existing(label);
    if (there.isEmpty()) {
      return baselines.store().find(label).flatMap(this::kept);
    }
    Path path = there.get();
    if (BenchmarkJar.isJar(path)) {
      return there;
    }
    if (BaselineStore.isBaseline(path)) {
      return kept(BaselineStore.read(path));
    }
    return Files.isRegularFile(path.resolve(SESSION)) ? sessionJar.apply(path) : Optional.empty();
  }

  /**
   * The jar that all entries which could have been compared agree on: which of them it was, the
   * comparison does not say.
   */
  private Optional<Path> kept(Baseline baseline) {
    List<Optional<KeptJar>> jars =
        baseline.entries().stream()
            .filter(entry -> entry.jmh().isPresent())
            .map(Baseline.Entry::jar)
            .distinct()
            .toList();
    if (jars.size() > 1) {
      throw new ResultFormatException(
          "baseline '"
              + baseline.name()
              + "' has entries that do not keep the same jar; name the right one with "
              + option);
    }
    return jars.stream()
        .<KeptJar>mapMulti(Optional::ifPresent)
        .findFirst()
        .map(jar -> here(baseline, jar));
  }

  private Path here(Baseline baseline, KeptJar jar) {
    if (!jar.isThere()) {
      throw new ResultFormatException(
          "baseline '"
              + baseline.name()
              + "' kept the jar "
              + jar.shortHash()
              + ", which is not in "
              + jar.file().getParent()
              + "; copy it there or name it with "
              + option);
    }
    return jar.verified();
  }

  private static Optional<Path> existing(String label) {
    try {
      return Optional.of(Path.of(label)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
