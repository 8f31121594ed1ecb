package io.amorsize.jmh.runner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amorsize.jmh.benchmarks.Dial;
import io.amorsize.jmh.json.JmhRows;
import io.amorsize.jmh.json.RowNodes;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Three interleaved runs of the same benchmarks: a base, an unchanged copy, and one that a dial
 * made slower. What judges results must pass the copy and catch the other.
 */
public final class PlantedRuns {

  /** How much slower the planted side is. */
  public static final double PLANTED = 1.5;

  private static final int FORKS = 4;
  private static final int WARMUP_ITERATIONS = 4;
  private static final int ITERATIONS = 8;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final List<String> BENCHMARKS =
      List.of(Dial.class.getName() + ".compute", Dial.class.getName() + ".read");

  private final ForkRunner runner;

  PlantedRuns(ForkRunner runner) {
    this.runner = runner;
  }

  /** Runs that are really measured; JMH prints to a log. */
  public static PlantedRuns real(PrintStream log) {
    return new PlantedRuns(new JmhForkRunner(ForkJvm.inheritedArgs(), log));
  }

  /** A side of the test. */
  public enum Side {
    /** What the others are compared with. */
    BASE(1),
    /** The same again. */
    COPY(1),
    /** Slower by {@link #PLANTED}. */
    SLOWED(PLANTED);

    private final double factor;

    Side(double factor) {
      this.factor = factor;
    }
  }

  /** Number of forks that a run takes. */
  public static int forks() {
    return FORKS * BENCHMARKS.size() * Side.values().length;
  }

  /**
   * Measures all sides, a fork of each in turn, and writes each as JMH JSON.
   *
   * @param folder takes the files
   * @param progress told the number of finished forks
   * @return the file of each side
   * @throws BenchmarkFailedException if a fork failed or another JMH run is going on
   */
  public Map<Side, Path> measure(Path folder, IntConsumer progress) {
    Map<Side, List<List<ObjectNode>>> rows = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      rows.put(side, BENCHMARKS.stream().<List<ObjectNode>>map(b -> new ArrayList<>()).toList());
    }
    SessionLock lock = SessionLock.acquire();
    try {
      measure(rows, progress);
    } finally {
      lock.close();
    }
    Map<Side, Path> files = new EnumMap<>(Side.class);
    rows.forEach((side, forks) -> files.put(side, write(folder, side, forks)));
    return files;
  }

  private void measure(Map<Side, List<List<ObjectNode>>> rows, IntConsumer progress) {
    int done = 0;
    for (int fork = 0; fork < FORKS; fork++) {
      for (int benchmark = 0; benchmark < BENCHMARKS.size(); benchmark++) {
        for (Side side : turn(fork)) {
          rows.get(side).get(benchmark).add(run(BENCHMARKS.get(benchmark), side));
          done++;
          progress.accept(done);
        }
      }
    }
  }

  /** The sides, another one first in each round, so that none is always the warm one. */
  private static List<Side> turn(int round) {
    List<Side> sides = new ArrayList<>(List.of(Side.values()));
    Collections.rotate(sides, round);
    return sides;
  }

  private ObjectNode run(String benchmark, Side side) {
    return runner
        .run(
            new ForkRequest(
                benchmark,
                Map.of(),
                WARMUP_ITERATIONS,
                ITERATIONS,
                RunProfile.ITERATION,
                TIMEOUT,
                List.of("-D" + Dial.FACTOR + "=" + side.factor)))
        .row();
  }

  private static Path write(Path folder, Side side, List<List<ObjectNode>> rows) {
    Path file = folder.resolve(side.name().toLowerCase(Locale.ROOT) + ".json");
    RowNodes.write(file, rows.stream().map(JmhRows::merge).toList());
    return file;
  }
}
