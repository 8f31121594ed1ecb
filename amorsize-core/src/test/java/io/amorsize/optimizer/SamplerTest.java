package io.amorsize.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

  /**
   * Half of the 10 ms is planned for beside others. After the first call of a function that is
   * still compiled, one of 4 ms fits in; where it takes 6, two counts that agree have to do.
   */
  @ParameterizedTest
  @CsvSource({
    // the second call, what is counted, counts
    "4, 1 2 1, 3",
    "6, 1 2, 2",
    "6, 1 0 1 1 1, 5",
    "6, 0 0, 2"
  })
  void whereSamplingTookTooLongTwoCountsThatAgreeSuffice(
      double secondMillis, String counts, int asked) {
    FakeTrial trial = new FakeTrial(100, 1e6 * secondMillis).compiling().counted(counts);
    trial.plan();
    assertThat(trial.timesCounted()).isEqualTo(asked);
  }
}
