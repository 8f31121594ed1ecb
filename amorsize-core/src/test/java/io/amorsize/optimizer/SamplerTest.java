package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

  /**
   * Half of the 10 ms is planned for beside others. After the first call of a function that is
   * still compiled, one of 4 ms fits in; where it takes 6, two counts that agree have to do. Where
   * they see somebody, there is one more after the pilot, and another if that sees nobody.
   */
  @ParameterizedTest
  @CsvSource({
    // the second call, what is counted, counts
    "4, 1 2 1 1, 4",
    "4, 1 2 1 0 1, 5",
    "6, 1 2 1, 3",
    "6, 1 0 1 1 1 1, 6",
    "6, 0 0, 2"
  })
  void whereSamplingTookTooLongTwoCountsThatAgreeSuffice(
      double secondMillis, String counts, int asked) {
    FakeTrial trial = new FakeTrial(100, 1e6 * secondMillis).compiling().counted(counts);
    trial.plan();
    assertThat(trial.timesCounted()).isEqualTo(asked);
  }

  /** Calls of 1 us that agree may be interpreted where the compiler waits for a core. */
  @Test
  void besideOthersShortItemsSettleLater() {
    SampleProfile alone = new FakeTrial(1_500, 1_000).plan().profile().orElseThrow();
    SampleProfile beside = new FakeTrial(1_500, 1_000).others(1).plan().profile().orElseThrow();
    SampleProfile longer = new FakeTrial(1_500, 2_500).others(1).plan().profile().orElseThrow();
    assertThat(alone.settled()).isTrue();
    assertThat(alone.items()).isLessThan(SettleRule.LITTLE_RUN_ITEMS);
    assertThat(beside.items()).isGreaterThanOrEqualTo(SettleRule.LITTLE_RUN_ITEMS);
    assertThat(longer.settled()).isTrue();
    assertThat(longer.items()).isLessThan(SettleRule.LITTLE_RUN_ITEMS);
  }

  /**
   * Interpreted calls of 0.8 us agree for some milliseconds; those that were slower before are not
   * taken for what they take once compiled.
   */
  @Test
  void fewShortItemsSettleIfTheyNeverWereSlower() {
    SampleProfile steady = new FakeTrial(10_000, 800).plan().profile().orElseThrow();
    SampleProfile faster =
        new FakeTrial(10_000, 650)
            .slowerAtRun(run -> run < 10 ? 1.5 : 1)
            .plan()
            .profile()
            .orElseThrow();
    assertThat(steady.settled()).isTrue();
    assertThat(steady.items()).isGreaterThan(5_000);
    assertThat(faster.settled()).isFalse();
  }

  /** Interpreted calls of 0.3 us agree for as long as the compiler has no core. */
  @Test
  void besideOthersManyShortItemsAreRunUntilTheyAreCompiled() {
    SampleProfile beside = new FakeTrial(10_000, 343).others(1).plan().profile().orElseThrow();
    SampleProfile alone = new FakeTrial(10_000, 343).plan().profile().orElseThrow();
    SampleProfile longer = new FakeTrial(10_000, 2_500).others(1).plan().profile().orElseThrow();
    assertThat(beside.settled()).isFalse();
    assertThat(alone.settled()).isTrue();
    assertThat(longer.settled()).isTrue();
  }

  /** Two calls take 160 and 56 us, and then the host keeps the core until the time is over. */
  @Test
  void fewCallsThatTakeLittleAreFollowedByMore() {
    FakeTrial tiny =
        new FakeTrial(10_000, 8)
            .slowerAtRun(run -> run == 0 ? 20_000 : run == 1 ? 7_000 : 1)
            .compiling()
            .others(1)
            .countTakes(6);
    OptimizationResult result = tiny.plan();
    assertThat(result.profile().orElseThrow().items()).isGreaterThan(OnceCompiled.FIRST_CALLS);
    assertThat(result.plan().nJobs()).isEqualTo(1);
    FakeTrial longer = new FakeTrial(10_000, 600_000).compiling().others(1).countTakes(6);
    assertThat(longer.plan().profile().orElseThrow().items()).isLessThan(5);
  }

  /** The first call loads classes, and the second one waits for the host. */
  @Test
  void oneCallThatWaitedDoesNotTellThatAllDo() {
    OptimizationResult computes = rarelyCalled().waitsAtRun(run -> run == 1 ? 2_400_000 : 0).plan();
    assertThat(computes.profile().orElseThrow().cpuShare()).isEqualTo(1);
    assertThat(computes.nJobs()).isEqualTo(4);
    assertThat(rarelyCalled().waitsAtRun(run -> 2_400_000).plan().nJobs()).isGreaterThan(10);
  }

  private static FakeTrial rarelyCalled() {
    return new FakeTrial(300, 60_000).switching().others(2).slowerAtRun(run -> run == 0 ? 20 : 1);
  }
}
