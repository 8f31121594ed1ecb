package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.Amorsize;
import io.amorsize.execution.ExecutionPlan;
import io.amorsize.execution.ItemFailedException;
import io.amorsize.workload.WorkloadType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizerTest {

  @Test
  void usesBothCoresOfAHostThatGivesThem() {
    OptimizationResult result = new FakeTrial(400, 80_000).plan();
    assertThat(result.nJobs()).isEqualTo(2);
    assertThat(result.estimatedSpeedup()).isBetween(1.9, 2.0);
    assertThat(result.reason())
        .contains("2 threads are predicted to give")
        .contains("items of 80.0 us");
    assertThat(result.warnings()).isEmpty();
    assertThat(result.bestParallel().orElseThrow().plan()).isEqualTo(result.plan());
  }

  @Test
  void staysSerialWhereItemsHinderEachOther() {
    OptimizationResult result = new FakeTrial(400, 80_000).parallelism(threads -> 1.02).plan();
    assertThat(result.plan()).isEqualTo(ExecutionPlan.serial(400));
    assertThat(result.estimatedSpeedup()).isEqualTo(1);
    assertThat(result.reason()).contains("less than the 1.15x that is worth a thread");
    assertThat(result.bestParallel().orElseThrow().plan().nJobs()).isEqualTo(2);
  }

  @Test
  void staysSerialWithoutAPilotWhereAPassIsShorterThanWakingAThread() {
    FakeTrial trial = new FakeTrial(1000, 9);
    OptimizationResult result = trial.plan();
    assertThat(result.plan().isSerial()).isTrue();
    assertThat(result.reason()).contains("one pass takes 9.00 us");
    assertThat(trial.threadsTried()).isEmpty();
    PlanCandidate alternative = result.bestParallel().orElseThrow();
    assertThat(alternative.measured()).isFalse();
    assertThat(alternative.estimatedSpeedup()).isLessThan(1);
  }

  @Test
  void givesAFunctionThatWaitsMoreThreadsThanCores() {
    OptimizationResult result =
        new FakeTrial(100, 400_000).cpuShare(0.4).parallelism(t -> Math.min(t, 4.5)).plan();
    assertThat(result.profile().orElseThrow().type()).isEqualTo(WorkloadType.MIXED);
    assertThat(result.nJobs()).isGreaterThan(2).isLessThanOrEqualTo(7);
    assertThat(result.estimatedSpeedup()).isGreaterThan(3);
  }

  @Test
  void prefersFewerThreadsAtEqualTime() {
    OptimizationResult result =
        new FakeTrial(4000, 50_000)
            .parallelism(threads -> Math.min(threads, 4))
            .plan(new OptimizerOptions(16, 64, Duration.ofMillis(10), 0.2));
    assertThat(result.nJobs()).isEqualTo(4);
  }

  @Test
  void holdsItemsInFlightWithinTheHeap() {
    OptimizationResult result = new FakeTrial(100, 80_000).bytesPerItem(1e15).plan();
    assertThat(result.plan().isSerial()).isTrue();
    assertThat(result.reason()).isEqualTo("memory holds only one item at a time");
  }

  @Test
  void usesNoMoreThreadsThanAllowed() {
    OptimizationResult result =
        new FakeTrial(100, 80_000).plan(OptimizerOptions.defaults().withMaxThreads(1));
    assertThat(result.plan().isSerial()).isTrue();
    assertThat(result.reason()).isEqualTo("only one thread may be used");
  }

  @Test
  void waitsForTimingsToSettle() {
    OptimizationResult result =
        new FakeTrial(10_000, 80_000).slowerAtRun(run -> run < 6 ? 10 - run : 1).plan();
    assertThat(result.profile().orElseThrow().settled()).isTrue();
    assertThat(result.profile().orElseThrow().itemNanos()).isCloseTo(80_000, within(1.0));
  }

  /** The first two calls of 40 are alike, a tenth of what planning may take. */
  @Test
  void aLongWaitIsKnownFromItsFirstTwoCalls() {
    FakeTrial trial = new FakeTrial(40, 1_200_000).cpuShare(0.1).switching().parallelism(t -> t);
    OptimizationResult result = trial.plan();
    assertThat(result.profile().orElseThrow().settled()).isTrue();
    assertThat(result.profile().orElseThrow().items()).isEqualTo(2);
    // The first call waited for more than its own.
    FakeTrial late =
        new FakeTrial(40, 1_200_000)
            .cpuShare(0.1)
            .switching()
            .parallelism(t -> t)
            .slowerAtRun(r -> r == 0 ? 2 : 1);
    SampleProfile profile = late.plan().profile().orElseThrow();
    assertThat(profile.items()).isEqualTo(3);
    assertThat(profile.itemNanos()).isCloseTo(1_200_000, within(1.0));
  }

  /**
   * A first call of 30 ms, three times of what planning may take, may have loaded classes: of many
   * items there is a second one, and the first does not make planning longer.
   */
  @Test
  void ofManyItemsThereIsASecondCall() {
    IntToDoubleFunction first = run -> run == 0 ? 300 : 1;
    OptimizationResult many = new FakeTrial(20, 100_000).slowerAtRun(first).plan();
    assertThat(many.profile().orElseThrow().itemNanos()).isCloseTo(100_000, within(1.0));
    assertThat(many.planningTime()).isLessThan(Duration.ofMillis(30 + 10));
    OptimizationResult few = new FakeTrial(19, 100_000).slowerAtRun(first).plan();
    assertThat(few.profile().orElseThrow().items()).isEqualTo(1);
    assertThat(few.profile().orElseThrow().itemNanos()).isCloseTo(30e6, within(1.0));
  }

  @Test
  void saysWhereTimingsHadNotSettled() {
    OptimizationResult result = new FakeTrial(100, 80_000).slowerAtRun(run -> 1 + run % 2).plan();
    assertThat(result.profile().orElseThrow().settled()).isFalse();
    assertThat(result.warnings())
        .containsExactly("timings had not settled when the planning budget ended");
  }

  @Test
  void aHostThatGivesNoSecondCoreForAMomentIsNotTakenAtItsWord() {
    OptimizationResult result = new FakeTrial(400, 80_000).givenInPilots(0.5).plan();
    assertThat(result.nJobs()).isEqualTo(2);
    // Threads met when they had their cores, so that they are thought to scale.
    assertThat(result.estimatedSpeedup()).isCloseTo(1.975, within(0.01));
    assertThat(result.speedupLower()).isCloseTo(1, within(0.02));
  }

  @Test
  void othersThatWantTheCoresAllTheWhileAreCounted() {
    OptimizationResult result = new FakeTrial(400, 80_000).others(1).plan();
    // Four of five threads get 2 * 4 / 5 cores, where one of two gets a whole one; of the 1.6, 0.93
    // are presumed, and end 0.2 of 32 ms later. They are 2 ms late, but for 4 ms of a short pass.
    assertThat(result.nJobs()).isEqualTo(4);
    assertThat(result.estimatedSpeedup()).isCloseTo(1.3655, within(0.005));
    assertThat(result.warnings())
        .contains("1 other thread of this machine wanted to run all the while, on 2 processors");
  }

  /** Sampling counts three times, and the pilot is over when the last two counts are made. */
  @ParameterizedTest
  @CsvSource({
    "2 2 2 2 2, 2",
    "2 2 2 1 1, 1",
    "2 2 2 0 1, 1",
    "2 2 2 1 0, 1",
    "2 2 2 3 3, 2",
    "1 1 1 1 0, 1",
    "1 1 1 0 0, 0"
  })
  void othersAreBelievedThatAreThereLater(String counts, int others) {
    FakeTrial trial = new FakeTrial(400, 80_000).counted(counts);
    OptimizationResult result = trial.plan();
    assertThat(result.profile().orElseThrow().others()).isEqualTo(others);
    assertThat(result.explain())
        .contains(others == 0 ? "nobody else wanted a core" : others + " other thread");
    // Two of two threads, of which the pilot only asked for locks, get 0.93 of the ideal, and end
    // 0.2 of 32 ms later; what it saw counts for a tenth.
    double expected =
        others == 0
            ? Math.pow(1 / (1 / 1.86 + 0.2 / 32), 0.9) * Math.pow(1.86, 0.1)
            : new FakeTrial(400, 80_000).others(others).plan().estimatedSpeedup();
    assertThat(result.estimatedSpeedup()).isCloseTo(expected, within(0.005));
  }

  /** A function that waits for its classes to be loaded, and for nothing later. */
  @Test
  void whatSeemedToWaitButComputesGetsNoMoreThreadsThanCores() {
    OptimizationResult result = new FakeTrial(400, 500_000).sampledCpuShare(0.1).compiling().plan();
    assertThat(result.profile().orElseThrow().cpuShare()).isCloseTo(1, within(0.01));
    assertThat(result.nJobs()).isEqualTo(2);
    assertThat(result.estimatedSpeedup()).isBetween(1.5, 2.0);
    OptimizationResult waits = new FakeTrial(400, 500_000).cpuShare(0.1).compiling().plan();
    assertThat(waits.nJobs()).isGreaterThan(10);
  }

  @Test
  void besideOthersNoMoreThreadsAreUsedThanAreAllowed() {
    OptimizationResult result =
        new FakeTrial(400, 80_000).others(1).plan(OptimizerOptions.defaults().withMaxThreads(2));
    assertThat(result.nJobs()).isEqualTo(2);
    // Two of three threads get 2 * 2 / 3 cores, where one of two gets a whole one, and do 0.93 of
    // that, uneven by 0.2 of 32 ms and late by 2 but for 4. What the pilot's two would get counts
    // for a tenth.
    double kept = 1.1536;
    assertThat(result.estimatedSpeedup())
        .isCloseTo(Math.pow(kept, 0.9) * Math.pow(4 / 3.0, 0.1), within(0.01));
  }

  @Test
  void besideOthersALockIsSeenToo() {
    OptimizationResult result = new FakeTrial(400, 80_000).others(1).locking().plan();
    assertThat(result.nJobs()).isEqualTo(1);
  }

  /** Interpreted calls of 0.9 us may be 9 ns once compiled, and 900 of them 8 us. */
  @Test
  void tinyItemsThatHaveNotSettledAreLeftToALoop() {
    OptimizationResult result = new FakeTrial(900, 900).compiling().plan();
    assertThat(result.nJobs()).isEqualTo(1);
    assertThat(new FakeTrial(400, 200_000).compiling().plan().nJobs()).isEqualTo(2);
    assertThat(new FakeTrial(900, 900).plan().nJobs()).isEqualTo(2);
    assertThat(new FakeTrial(9_000, 90).plan().nJobs()).isEqualTo(1);
  }

  @Test
  void codeThatIsStillCompiledIsPresumedToScale() {
    FakeTrial trial = new FakeTrial(400, 80_000).parallelism(threads -> 0.7).compiling();
    OptimizationResult result = trial.plan();
    assertThat(result.nJobs()).isEqualTo(2);
    assertThat(result.warnings()).anyMatch(warning -> warning.contains("had not settled"));
  }

  @Test
  void locksAreBelievedEvenThen() {
    FakeTrial trial = new FakeTrial(400, 80_000).parallelism(threads -> 0.9).compiling().locking();
    assertThat(trial.plan().plan().isSerial()).isTrue();
  }

  @Property(tries = 200)
  void plansWithinTheBudgetAndTheItems(
      @ForAll @IntRange(min = 2, max = 100_000) int items,
      @ForAll @DoubleRange(min = 1, max = 1e6) double itemNanos,
      @ForAll @DoubleRange(min = 1, max = 2) double parallelism) {
    FakeTrial trial = new FakeTrial(items, itemNanos).parallelism(threads -> parallelism);
    OptimizationResult result = trial.plan();
    assertThat(result.chunkSize()).isBetween(1, items);
    assertThat(result.nJobs()).isBetween(1, 2);
    assertThat(result.estimatedSpeedup()).isBetween(1.0, 2.0);
    double serial = items * itemNanos;
    // The first call is not counted; one round of the pilot is the least that tells anything, and
    // two second opinions may follow where it finds threads useless.
    double leastPilot = 4 * 2.2 * Math.max(800_000, 8 * itemNanos);
    assertThat((double) result.planningTime().toNanos())
        .isLessThanOrEqualTo(Math.max(10e6, 0.2 * serial) + itemNanos + leastPilot);
  }

  @Test
  void plansNothingForFewerThanTwoItems() {
    Function<Integer, Integer> never =
        item -> {
          throw new AssertionError("must not be called");
        };
    OptimizationResult result = Amorsize.optimize(never, List.of(1));
    assertThat(result.plan().isSerial()).isTrue();
    assertThat(result.reason()).isEqualTo("fewer than 2 items: nothing to share");
    assertThat(result.bestParallel()).isEmpty();
    assertThat(Amorsize.optimize(never, List.of()).plan().isSerial()).isTrue();
  }

  @Test
  void refusesNulls() {
    assertThatThrownBy(() -> Amorsize.optimize(null, List.of())).hasMessage("function is null");
    assertThatThrownBy(() -> Amorsize.optimize(x -> x, null)).hasMessage("items is null");
    assertThatThrownBy(() -> Amorsize.map(null, List.of())).hasMessage("function is null");
  }

  @Property(tries = 30)
  void mapCallsTheFunctionOnceForEachItem(@ForAll @IntRange(max = 3000) int size) {
    AtomicIntegerArray calls = new AtomicIntegerArray(size);
    List<Integer> items = IntStream.range(0, size).boxed().toList();
    List<Integer> results =
        Amorsize.map(
            item -> {
              calls.incrementAndGet(item);
              return spin(item, 500);
            },
            items);
    assertThat(results).isEqualTo(items.stream().map(item -> spin(item, 500)).toList());
    assertThat(IntStream.range(0, size).map(calls::get)).allMatch(count -> count == 1);
  }

  @Test
  void mapTellsWhichItemFailed() {
    List<Integer> items = IntStream.range(0, 5000).boxed().toList();
    for (int failing : new int[] {0, 1, 2500, 4999}) {
      assertThatThrownBy(
              () ->
                  Amorsize.map(
                      item -> {
                        if (item == failing) {
                          throw new IllegalStateException("no");
                        }
                        return spin(item, 500);
                      },
                      items))
          .isInstanceOfSatisfying(
              ItemFailedException.class,
              failed -> assertThat(failed.itemIndex()).isEqualTo(failing));
    }
  }

  @Test
  void optimizeTellsWhichItemFailedByItsPlaceInTheList() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    // With so much time, all items are sampled.
    Optimizer patient = new Optimizer(new OptimizerOptions(2, 64, Duration.ofSeconds(10), 0.2));
    assertThatThrownBy(
            () ->
                patient.optimize(
                    item -> {
                      if (item == 61) {
                        throw new IllegalStateException("no");
                      }
                      return item;
                    },
                    items))
        .isInstanceOfSatisfying(
            ItemFailedException.class, failed -> assertThat(failed.itemIndex()).isEqualTo(61));
  }

  @Property(tries = 200)
  void theSpreadOrderVisitsEveryItemOnce(
      @ForAll @IntRange(min = 1, max = 5000) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    List<Integer> items = IntStream.range(0, size).boxed().toList();
    int count = (int) Math.max(1, share * size);
    assertThat(SpreadOrder.forPrefix(items, count)).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void manyItemsAreSpreadInBlocksOfNeighbours() {
    List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
    SpreadOrder<Integer> order = SpreadOrder.forPrefix(items, 6400);
    assertThat(order.isFor(6400)).isTrue();
    assertThat(order.isFor(64)).isFalse();
    for (int i = 1; i < 64; i++) {
      assertThat(order.get(i)).isEqualTo(order.get(0) + i);
    }
    double mean = order.subList(0, 6400).stream().mapToInt(i -> i).average().orElseThrow();
    assertThat(mean).isCloseTo(50_000, within(1_500.0));
    assertThat(SpreadOrder.forPrefix(items, 8).subList(0, 8))
        .extracting(i -> i / 25_000)
        .contains(0, 1, 2, 3);
  }

  @Test
  void blockTimesGiveTheSpreadOfItems() {
    // Blocks of 4 items with times 100, 120, 80: sd 20 of a block, 10 of an item.
    BlockTimes times = new BlockTimes(4);
    times.add(4, 100);
    assertThat(times.itemSdNanos()).isZero();
    times.add(4, 120);
    times.add(4, 80);
    times.add(1, 999);
    assertThat(times.itemSdNanos()).isCloseTo(10, within(1e-12));
  }

  @Test
  void optionsSayWhatIsOutOfRange() {
    assertThatThrownBy(() -> new OptimizerOptions(0, 1, Duration.ZERO, 0))
        .hasMessage("maxThreads must be at least 1, is 0");
    assertThatThrownBy(() -> new OptimizerOptions(2, 1, Duration.ZERO, 0))
        .hasMessage("maxWaitingThreads must be at least maxThreads, is 1");
    assertThatThrownBy(() -> new OptimizerOptions(1, 1, Duration.ofMillis(-1), 0))
        .hasMessage("planningFloor must not be negative");
    assertThatThrownBy(() -> new OptimizerOptions(1, 1, Duration.ZERO, 1.5))
        .hasMessage("planningShare must be in [0, 1], is 1.5");
  }

  @Test
  void timesInReasonsHaveThreeDigits() {
    assertThat(Arrays.stream(new double[] {9.5, 25_300, 4.567e6, 1.5e9}).mapToObj(PlanText::time))
        .containsExactly("9.50 ns", "25.3 us", "4.57 ms", "1.50 s");
  }

  private static int spin(int start, int steps) {
    int z = start;
    for (int i = 0; i < steps; i++) {
      z = z * 31 + i;
    }
    return z;
  }
}
