package io.amorsize.jmh.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.jmh.json.JmhResultReader;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedRunsTest {

  @TempDir Path folder;

  @Test
  void theSidesTakeTurns() {
    RecordedForks forks = new RecordedForks(request -> 10);
    List<Integer> progress = new ArrayList<>();
    Map<PlantedRuns.Side, Path> files = new PlantedRuns(forks).measure(folder, progress::add);
    assertThat(files).containsOnlyKeys(PlantedRuns.Side.values());
    assertThat(progress).isEqualTo(IntStream.rangeClosed(1, PlantedRuns.forks()).boxed().toList());
    assertThat(dials(forks, 0)).containsExactly("1.0", "1.0", "1.5", "1.0", "1.0", "1.5");
    assertThat(dials(forks, 1)).containsExactly("1.5", "1.0", "1.0", "1.5", "1.0", "1.0");
    assertThat(dials(forks, 2)).containsExactly("1.0", "1.5", "1.0", "1.0", "1.5", "1.0");
  }

  private static List<String> dials(RecordedForks forks, int round) {
    return forks.requests().subList(6 * round, 6 * round + 6).stream()
        .map(request -> request.jvmArgs().get(0).replaceFirst("^-Damorsize\\.dial=", ""))
        .toList();
  }

  @Test
  void eachSideIsAFileOfItsOwnForks() {
    Map<PlantedRuns.Side, Path> files =
        RecordedPlantedRuns.taking(2, 3).measure(folder, done -> {});
    assertThat(centers(files.get(PlantedRuns.Side.BASE))).allMatch(x -> Math.abs(x - 10) < 0.1);
    assertThat(centers(files.get(PlantedRuns.Side.COPY))).allMatch(x -> Math.abs(x - 20) < 0.2);
    assertThat(centers(files.get(PlantedRuns.Side.SLOWED))).allMatch(x -> Math.abs(x - 30) < 0.3);
  }

  private static List<Double> centers(Path file) {
    BenchmarkRun run = new JmhResultReader().read(file);
    assertThat(run.rows().stream().map(row -> row.key().benchmark()))
        .containsExactly(
            "io.amorsize.jmh.benchmarks.Dial.compute", "io.amorsize.jmh.benchmarks.Dial.read");
    assertThat(run.rows()).allMatch(row -> row.primary().measurements().forks().size() == 4);
    return run.rows().stream()
        .map(BenchmarkRow::primary)
        .flatMap(metric -> metric.measurements().forks().stream())
        .map(fork -> fork.mean())
        .toList();
  }

  @Test
  void aForkThatFailsEndsThem() {
    assertThatThrownBy(() -> RecordedPlantedRuns.broken().measure(folder, done -> {}))
        .isInstanceOf(BenchmarkFailedException.class)
        .hasMessageContaining("failed on purpose");
    assertThat(folder).isEmptyDirectory();
    RecordedPlantedRuns.faithful().measure(folder, done -> {});
    assertThat(folder).isNotEmptyDirectory();
  }
}
