package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.execution.ExecutionPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The arithmetic of a decision, by hand. The pass has 10 equal items of 1000 ns on 2 threads in
 * chunks of 1: an even share of 5000, a tail of 50, 500 for taking chunks and 500 for dispatch, so
 * that threads of parallelism e take 500 + 500 + 5050 x 2 / e.
 */
class DecisionTest {

  private static final double EXACT = 1e-9;
  private static final CostModel MODEL = new CostModel(10, 1000, 0);

  private static PlanChooser chooser(HostShare share, double cpuShare) {
    return chooser(MODEL, share, cpuShare);
  }

  private static PlanChooser chooser(CostModel model, HostShare share, double cpuShare) {
    return new PlanChooser(
        model,
        threads -> 500,
        share,
        model.serialNanos(),
        cpuShare,
        threads -> ExecutionPlan.platform(threads, 1));
  }

  private static double speedup(double parallelism) {
    return 10_000 / (1000 + 10_100 / parallelism);
  }

  /** What is left of an even share in so short a pass, which ends 0.05 of a loop's time later. */
  private static double uneven(double even) {
    return 1 / (1 / even + 0.05);
  }

  private static PlanCandidate candidate(int threads, double speedup) {
    return new PlanCandidate(ExecutionPlan.platform(threads, 1), speedup, speedup, speedup, false);
  }

  @Test
  void anIdealHostGivesEveryThreadACore() {
    PlanCandidate ideal = chooser(new HostShare(4, 4, 0), 1).ideal(2);
    assertThat(ideal.estimatedSpeedup()).isCloseTo(speedup(uneven(2)), within(EXACT));
    assertThat(ideal.measured()).isFalse();
  }

  /**
   * Beside one other thread on 2 processors, two threads that compute get 4/3 together. Those that
   * compute 4/5 of their time get 40/33 of the 1.6 wanted, so that this part takes 1.32 times as
   * long and an item 0.2 + 0.8 x 1.32 = 1.256 times. Those of half wait for longer, and get 8/9 of
   * the one that they want.
   */
  @ParameterizedTest
  @CsvSource({"1, 1.3333333333333333", "0.8, 1.5923566878980893", "0.5, 1.7777777777777777"})
  void othersTakeTheirShare(double cpuShare, double parallelism) {
    PlanChooser chooser = chooser(new HostShare(2, 2, 1), cpuShare);
    double expected = speedup(cpuShare > 0.5 ? uneven(parallelism) : parallelism);
    assertThat(chooser.between(2, 2).estimatedSpeedup()).isCloseTo(expected, within(EXACT));
    assertThat(chooser.between(2, 9).estimatedSpeedup()).isCloseTo(expected, within(EXACT));
  }

  /**
   * Eight threads that compute want 8 processors and get 16/9, which is 1 / (9/16 + 0.2/15) = 1.737
   * as they do not begin and end at once. Of 15 ms, they are 2 ms late, as if they did 1 / (1/1.737
   * + 2/15) = 1.410 together, in all but the 4 ms of a short pass. Without others, as much is what
   * is left of 1.528. All but 1.5 ms are run by threads that get their cores late: those that
   * compute for half of their time keep 1 - 0.4 x 0.9 of what is above 1, and those of a quarter 1
   * - 0.4 x 0.9 x 0.25 / 0.3 = 0.7. Eight of a quarter do 5.856 together, and of half 3.429.
   */
  @ParameterizedTest
  @CsvSource({"1, 1.527670372090575", "0.5, 2.5543754986804146", "0.25, 4.399164370365392"})
  void longPassesKeepLess(double cpuShare, double parallelism) {
    CostModel model = new CostModel(1000, 15_000, 0);
    assertThat(chooser(model, new HostShare(2, 2, 1), cpuShare).between(8, 8).estimatedSpeedup())
        .isCloseTo(
            chooser(model, new HostShare(8, 8, 0), cpuShare)
                .between(8, parallelism)
                .estimatedSpeedup(),
            within(EXACT));
  }

  /**
   * Two threads of a pass of 5 ms do 1 / (3/4 + 0.2/5) = 1 / 0.79 together, as they do not begin
   * and end at once. They would lose to being late what they gain, but for 4 ms of it.
   */
  @Test
  void threadsThatAreLateDoNotLose() {
    CostModel model = new CostModel(1000, 5_000, 0);
    double left = 1 + 0.8 * (1 / 0.79 - 1);
    double even = 1 / (1 / left - 0.04);
    assertThat(chooser(model, new HostShare(2, 2, 1), 1).between(2, 2).estimatedSpeedup())
        .isCloseTo(
            chooser(model, new HostShare(2, 2, 0), 1).between(2, even).estimatedSpeedup(),
            within(EXACT));
  }

  /** One other on 16 processors leaves 16 of 17 parts of each to as many threads. */
  @Test
  void aShortPassGetsAFairShare() {
    assertThat(chooser(new HostShare(16, 16, 1), 1).between(16, 15).estimatedSpeedup())
        .isCloseTo(
            chooser(new HostShare(16, 16, 0), 1).between(16, 15 * 16 / 17.0).estimatedSpeedup(),
            within(EXACT));
  }

  /** What is left of 2, to 0.9, x 1^0.1, since the moment counts for a tenth. */
  @Test
  void theMomentCountsForATenth() {
    PlanCandidate found =
        chooser(new HostShare(2, 2, 0), 1).candidate(new PilotReading(2, 2, 1, 0.5, 1.9));
    assertThat(found.estimatedSpeedup())
        .isCloseTo(speedup(Math.pow(uneven(2), 0.9)), within(EXACT));
    assertThat(found.lower()).isCloseTo(speedup(0.5), within(EXACT));
    assertThat(found.upper()).isCloseTo(speedup(1.9), within(EXACT));
    assertThat(found.measured()).isTrue();
  }

  /**
   * What is left of 1, to 0.9, x min(1.9, 1)^0.1: two threads on one processor have room for one,
   * and the best round counts up to that room.
   */
  @Test
  void moreThreadsThanProcessorsAreTakenByTheirBestRound() {
    PlanCandidate found =
        chooser(new HostShare(2, 1, 0), 1).candidate(new PilotReading(2, 2, 1, 0.5, 1.9));
    assertThat(found.estimatedSpeedup())
        .isCloseTo(speedup(Math.pow(uneven(1), 0.9)), within(EXACT));
  }

  /** A speedup of 1.25 takes 8000 ns, 1950 more than 2 ideal threads. */
  @Test
  void whatIsNotExplainedIsContention() {
    PlanChooser chooser = chooser(new HostShare(2, 2, 0), 1);
    TimeBreakdown parts = chooser.breakdown(candidate(2, 1.25));
    assertThat(parts.contentionNanos()).isCloseTo(1950, within(EXACT));
    assertThat(parts.totalNanos()).isCloseTo(8000, within(EXACT));
    assertThat(chooser.breakdown(candidate(2, 2)).contentionNanos()).isZero();
  }

  @Test
  void theFewestThreadsWithinThreePercentWin() {
    List<PlanCandidate> close = List.of(candidate(8, 1.03), candidate(4, 1.01), candidate(2, 1));
    assertThat(PlanChooser.best(close).plan().nJobs()).isEqualTo(2);
    List<PlanCandidate> apart = List.of(candidate(8, 1.04), candidate(4, 1.02), candidate(2, 1));
    assertThat(PlanChooser.best(apart).plan().nJobs()).isEqualTo(4);
  }

  private static OptimizationResult decide(int items, int others, PlanCandidate best) {
    SampleProfile profile = new SampleProfile(9, 1000, 0, 1, 0, true, others, 1);
    HostShare share = new HostShare(2, 2, others);
    return new Decision(
            items,
            profile,
            MODEL,
            new ThreadLimits(2, 2, false, ""),
            share,
            new PlanningBudget(() -> 0, OptimizerOptions.defaults()))
        .of(List.of(best), chooser(share, 1));
  }

  @Test
  void aGainOf15PercentIsWorthAThread() {
    assertThat(decide(10, 0, candidate(2, 1.15)).nJobs()).isEqualTo(2);
    assertThat(decide(10, 0, candidate(2, 1.1499)).plan().isSerial()).isTrue();
    assertThat(decide(10, 0, candidate(2, 1.1499)).reason())
        .isEqualTo("2 threads would give 1.15x, less than the 1.15x that is worth a thread");
  }

  @Test
  void fewItemsAreSaid() {
    assertThat(decide(8, 0, candidate(2, 1.9)).warnings()).isEmpty();
    assertThat(decide(7, 0, candidate(2, 1.9)).warnings())
        .containsExactly("few items: 7 for 2 threads, some of which wait at the end");
  }

  @Test
  void roundsThatDifferByHalfAreSaid() {
    ExecutionPlan plan = ExecutionPlan.platform(2, 1);
    assertThat(decide(10, 0, new PlanCandidate(plan, 1.2, 1, 1.5, true)).warnings()).isEmpty();
    assertThat(decide(10, 0, new PlanCandidate(plan, 1.2, 1, 1.6, true)).warnings())
        .containsExactly("heavy noise: rounds of the pilot gave 1.00x to 1.60x");
    assertThat(decide(10, 0, new PlanCandidate(plan, 1.2, 1, 1.6, false)).warnings()).isEmpty();
  }

  @Test
  void othersAreSaid() {
    assertThat(decide(10, 2, candidate(2, 1.9)).warnings())
        .containsExactly(
            "2 other threads of this machine wanted to run all the while, on 2 processors");
  }

  @Test
  void pilotsHalveTheThreadsAndForFunctionsThatWaitEndAtTheCores() {
    assertThat(new ThreadLimits(9, 9, false, "").pilots()).containsExactly(9, 4, 2);
    assertThat(new ThreadLimits(9, 4, true, "").pilots()).containsExactly(9, 4);
    assertThat(new ThreadLimits(12, 2, true, "").pilots()).containsExactly(12, 6, 3);
    assertThat(new ThreadLimits(8, 2, true, "").pilots()).containsExactly(8, 4, 2);
  }

  @Test
  void pilotsOfFunctionsThatComputeBeginAtTheCores() {
    assertThat(new ThreadLimits(9, 4, false, "").pilots()).containsExactly(4, 2);
    assertThat(new ThreadLimits(2, 1, false, "").pilots()).containsExactly(2);
  }

  @Test
  void numbersBetweenPilotsGoInStepsOfAnEighth() {
    assertThat(new ThreadLimits(40, 40, false, "").between())
        .containsExactly(
            2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 32, 36,
            40);
  }

  /** 1.5 x 2 / 0.4 = 7.5 threads keep two cores busy; beside others, twice as many get more. */
  @Test
  void aFunctionThatWaitsMayHaveMoreThreadsThanCores() {
    OptimizerOptions options = new OptimizerOptions(2, 64, Duration.ZERO, 0);
    SampleProfile waits = new SampleProfile(9, 1000, 0, 0.4, 0, true, 0, 1);
    assertThat(ThreadLimits.of(options, waits, 100).most()).isEqualTo(8);
    assertThat(ThreadLimits.of(options, waits, 3).most()).isEqualTo(3);
    SampleProfile beside = new SampleProfile(9, 1000, 0, 0.4, 0, true, 1, 1);
    assertThat(ThreadLimits.of(options, beside, 100).most()).isEqualTo(15);
    SampleProfile computes = new SampleProfile(9, 1000, 0, 1, 0, true, 0, 1);
    assertThat(ThreadLimits.of(options, computes, 100).most()).isEqualTo(2);
  }

  /** y = p / e - 1 is 0 and 1 with a = 1, 7 and b = 2, 56: contention -84/1764, so b alone. */
  @Test
  void aNegativeContentionIsNone() {
    ScalabilityLaw law =
        ScalabilityLaw.fit(List.of(new ScalabilityLaw.Point(2, 2), new ScalabilityLaw.Point(8, 4)));
    assertThat(law.contention()).isZero();
    assertThat(law.coherency()).isCloseTo(56.0 / 3140, within(EXACT));
  }

  /** y = 1/3 twice: coherency -84/1764, so a alone, (1/3 + 7/3) / 50. */
  @Test
  void aNegativeCoherencyIsNone() {
    ScalabilityLaw law =
        ScalabilityLaw.fit(
            List.of(new ScalabilityLaw.Point(2, 1.5), new ScalabilityLaw.Point(8, 6)));
    assertThat(law.contention()).isCloseTo(8 / 150.0, within(EXACT));
    assertThat(law.coherency()).isZero();
  }

  @Test
  void partsOfAPass() {
    // Two unequal items: the residual of 2500 is more than the 1000 that are left to wait for.
    assertThat(new CostModel(2, 1000, 3).breakdown(2, 1, 2, 0).tailNanos())
        .isCloseTo(1000, within(EXACT));
    // Chunks of 10 of 1000: 960 / 10 before the taper of 40, and 4 (1 + ln 10) in it.
    assertThat(new CostModel(1000, 1, 0).breakdown(2, 10, 2, 0).claimNanos())
        .isCloseTo((96 + 4 * (1 + Math.log(10))) / 2 * 100, within(EXACT));
    assertThat(MODEL.breakdown(2, 1, 1, 0).contentionNanos()).isCloseTo(5000, within(EXACT));
    assertThat(new CostModel(1000, 100, 0.3).chunkSize(2)).isEqualTo(125);
  }

  @Test
  void aProfileHasRanges() {
    assertThat(new SampleProfile(1, 200, 50, 1, 0, true, 0, 1).coefficientOfVariation())
        .isEqualTo(0.25);
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 1, 0, true, -1, 1))
        .hasMessage("others must not be negative, is -1");
    assertThatThrownBy(() -> new SampleProfile(1, 1, 0, 1, 0, true, 0, 0))
        .hasMessage("firstNanos must be positive, is 0.0");
    assertThatThrownBy(() -> new SampleProfile(1, Double.POSITIVE_INFINITY, 0, 1, 0, true, 0, 1))
        .hasMessage("itemNanos must be positive, is Infinity");
    assertThatThrownBy(() -> new PilotReading(2, 2.5, 1, 1, 1))
        .hasMessage("parallelism must be in (0, 2], is 2.5");
    assertThatThrownBy(() -> new PilotReading(2, 0, 1, 1, 1)).hasMessageContaining("is 0.0");
  }
}
