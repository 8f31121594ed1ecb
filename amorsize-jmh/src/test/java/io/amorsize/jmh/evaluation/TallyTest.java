package io.amorsize.jmh.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void oneTrialForEachClusterIsABinomialShare() {
    Tally tally = new Tally(4);
    tally.add(0, true);
    tally.add(1, false);
    tally.add(2, false);
    tally.add(3, false);
    Estimate estimate = tally.estimate();
    assertThat(estimate.value()).isEqualTo(0.25);
    // sd of (1, 0, 0, 0) is 0.5, over the root of 4.
    assertThat(estimate.standardError()).isCloseTo(0.25, within(1e-12));
    assertThat(estimate.trials()).isEqualTo(4);
  }

  @Test
  void repeatingAClusterTeachesNothingAboutOthers() {
    Tally once = new Tally(2);
    Tally often = new Tally(2);
    for (int i = 0; i < 100; i++) {
      often.add(0, true);
      often.add(1, false);
    }
    once.add(0, true);
    once.add(1, false);
    assertThat(often.estimate().standardError())
        .isCloseTo(once.estimate().standardError(), within(1e-12));
  }

  @Test
  void partsAddUp() {
    Tally one = new Tally(2);
    one.add(0, 3.0);
    Tally other = new Tally(2);
    other.add(1, 1.0);
    one.addAll(other);
    assertThat(one.estimate().value()).isEqualTo(2);
  }

  @Test
  void oneClusterHasNoErrorAndNoneNoValue() {
    Tally one = new Tally(3);
    one.add(0, true);
    assertThat(one.estimate().standardError()).isNaN();
    assertThat(new Tally(3).estimate()).isEqualTo(Estimate.NONE);
  }
}
