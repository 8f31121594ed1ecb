package io.amorsize.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.BenchmarkRun;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowWarmupTest {

  private static final int LENGTH = 120;

  /** Forks that take half as long again until so many iterations are over. */
  private static double[][] forks(int... starts) {
    double[][] forks = new double[starts.length][LENGTH];
    Random random = new Random(7);
    for (int i = 0; i < starts.length; i++) {
      for (int k = 0; k < LENGTH; k++) {
        forks[i][k] = (k < starts[i] ? 150 : 100) * Math.exp(0.01 * random.nextGaussian());
      }
    }
    return forks;
  }

  private static BenchmarkRow row(String unit, int threads, double[][] forks) {
    List<Fork> list = new ArrayList<>();
    for (double[] fork : forks) {
      list.add(Fork.of(fork));
    }
    RowSettings settings =
        new RowSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(forks.length),
            OptionalInt.of(0),
            OptionalInt.of(LENGTH),
            Optional.empty(),
            Optional.of("100 ms"));
    return new BenchmarkRow(
        new BenchmarkKey("b.B.m", "avgt", new TreeMap<>(), threads),
        new Metric(
            new Measurements(MetricUnit.parse(unit), list),
            OptionalDouble.empty(),
            Optional.empty()),
        new TreeMap<>(),
        settings);
  }

  @Test
  void eachForkHasItsStartAndTheRowTheAdviceOfNineInTen() {
    RowWarmup found =
        RowWarmup.of(row("us/op", 1, forks(5, 10, 15, 20, 25, 30, 35, 40, 45, 90)), 0);
    assertThat(found.steadyForks()).isEqualTo(10);
    assertThat(found.advice().orElseThrow().iterations()).isBetween(43, 45);
    // An iteration of 100 ms ends with the operation of 150 us that passes it: 667 of them.
    ForkWarmup first = found.forks().get(0);
    int start = first.state().start().orElseThrow();
    assertThat(first.startSeconds().orElseThrow()).isCloseTo(0.1 * start, within(0.001));
    assertThat(first.levels().get(0).mean()).isCloseTo(150, within(5.0));
  }

  @Test
  void operationsLongerThanAnIterationMakeItsTime() {
    RowWarmup found = RowWarmup.of(row("ms/op", 1, forks(10, 10, 10)), 0);
    ForkWarmup fork = found.forks().get(0);
    // 150 ms for each of the first 10, which are one operation each.
    assertThat(fork.startSeconds().orElseThrow())
        .isCloseTo(0.150 * fork.state().start().orElseThrow(), within(0.05));
  }

  @Test
  void throughputIsACostTurnedAround() {
    double[][] inverse = forks(20, 20, 20);
    for (double[] fork : inverse) {
      for (int i = 0; i < fork.length; i++) {
        fork[i] = 1e5 / fork[i];
      }
    }
    RowWarmup found = RowWarmup.of(row("ops/s", 4, inverse), 0);
    assertThat(found.forks().get(0).state())
        .isEqualTo(RowWarmup.of(row("us/op", 1, forks(20, 20, 20)), 0).forks().get(0).state());
    assertThat(found.bias().orElseThrow()).isPositive();
    assertThat(found.forks().get(0).levels().get(0).mean()).isLessThan(1000);
  }

  @Test
  void theBiasIsThatOfTheChosenWarmup() {
    BenchmarkRow row = row("us/op", 1, forks(30, 30, 30));
    // 30 of 120 iterations at 150 and the others at 100: 112.5 against 100.
    assertThat(RowWarmup.of(row, 0).bias().orElseThrow()).isCloseTo(0.125, within(0.005));
    // 10 of 100.
    assertThat(RowWarmup.of(row, 20).bias().orElseThrow()).isCloseTo(0.05, within(0.005));
    assertThat(RowWarmup.of(row, 30).bias().orElseThrow()).isZero();
  }

  @Test
  void whatCannotBeLookedAtSaysWhy() {
    double[][] zero = forks(0, 0, 0);
    zero[1][7] = 0;
    assertThat(RowWarmup.of(row("us/op", 1, zero), 0).obstacle())
        .contains("scores that are zero or negative");
    assertThat(RowWarmup.of(row("us/op", 1, new double[0][]), 0).obstacle())
        .contains("no raw data");
    RowWarmup tooShort = RowWarmup.of(row("us/op", 1, new double[][] {{1, 2, 3}}), 0);
    assertThat(tooShort.isTooShort()).isTrue();
    assertThat(tooShort.advice()).isEmpty();
    assertThat(tooShort.bias()).isEmpty();
  }

  @Test
  void bothSidesLoseTheLaterStart() {
    BenchmarkRun early = run("early", row("us/op", 1, forks(5, 5, 5)));
    BenchmarkRun late = run("late", row("us/op", 1, forks(40, 40, 40)));
    WarmupSkip skip = WarmupSkip.of(early, late);
    for (BenchmarkRun side : List.of(early, late)) {
      BenchmarkRun kept = skip.apply(side);
      int left = kept.rows().get(0).primary().measurements().forks().get(0).size();
      assertThat(left).isBetween(LENGTH - 40, LENGTH - 38);
      assertThat(kept.notes()).anyMatch(note -> note.endsWith("are left out as warm-up"));
    }
  }

  @Test
  void aSideOfShortForksStaysAsItIs() {
    BenchmarkRun run = run("few", row("us/op", 1, new double[][] {{9, 2, 1}, {9, 2, 1}}));
    BenchmarkRun kept = WarmupSkip.of(run, run).apply(run);
    assertThat(kept.rows()).isEqualTo(run.rows());
    assertThat(kept.notes()).anyMatch(note -> note.startsWith("2 of 2 forks do not settle"));
  }

  private static BenchmarkRun run(String label, BenchmarkRow row) {
    return new BenchmarkRun(label, List.of(row), Optional.empty(), List.of());
  }
}
