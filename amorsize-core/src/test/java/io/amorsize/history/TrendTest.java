package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.Metric;
import io.amorsize.unit.Better;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrendTest {

  private final MemoryHistory history = new MemoryHistory(Histories.CLOCK);
  private int night;

  private void record(double... times) {
    for (double time : times) {
      history.record(Histories.night(Histories.origin(night++), time));
    }
  }

  private void record(String cpu, double time) {
    history.record(
        Histories.night(
            Histories.origin(night++).measuredIn(Optional.of(Histories.machine(cpu))), time));
  }

  private List<Trend> trends() {
    return SeriesTrends.of(Histories.only(history)).trends();
  }

  /** Median of 98 to 102 is 100; the deviations 2, 1, 0, 1, 2 percent have the median 1 percent. */
  @Test
  void tellsMedianSpreadAndTheLastChange() {
    record(98, 102, 99, 101, 100, 110);
    Trend trend = trends().get(0);
    assertThat(trend.nights()).hasSize(6);
    assertThat(trend.median()).isCloseTo(100.5, within(1e-9));
    assertThat(trend.change().getAsDouble()).isCloseTo(0.1, within(1e-12));
    assertThat(trend.standsOut()).isTrue();
    assertThat(trend.last().value()).isCloseTo(110, within(1e-9));
  }

  @Test
  void aChangeWithinTheUsualDoesNotStandOut() {
    record(98, 102, 99, 101, 100, 104);
    assertThat(trends().get(0).standsOut()).isFalse();
    assertThat(trends().get(0).change().getAsDouble()).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void aSmallChangeDoesNotStandOutHoweverQuietTheOthersAre() {
    record(100, 100.01, 99.99, 100, 102.9);
    assertThat(trends().get(0).standsOut()).isFalse();
    record(103.2);
    assertThat(trends().get(0).standsOut()).isTrue();
  }

  @Test
  void fewNightsDoNotShowWhatIsUsual() {
    record(100, 100.5, 100.2, 200);
    assertThat(trends().get(0).standsOut()).isFalse();
    assertThat(trends().get(0).spread()).isPresent();
  }

  @Test
  void theFirstNightHasNothingBeforeIt() {
    record(100);
    Trend trend = trends().get(0);
    assertThat(trend.change()).isEmpty();
    assertThat(trend.spread()).isEmpty();
    assertThat(trend.standsOut()).isFalse();
  }

  @Test
  void onlyTenNightsBeforeCount() {
    record(500, 501, 502);
    record(99.5, 99.6, 99.7, 99.8, 100, 100, 100.1, 100.2, 100.3, 100.4, 100.5);
    record(105);
    // Equal numbers are one run: of the ten before the last, 100 and 100.1 are in the middle.
    assertThat(trends().get(0).change().getAsDouble())
        .isCloseTo(105 / Math.sqrt(100 * 100.1) - 1, within(1e-9));
  }

  @Test
  void theMachineSplitsASeries() {
    record("old", 200);
    record("new", 100);
    record("old", 201);
    record("new", 101);
    assertThat(trends())
        .extracting(trend -> trend.machine().cpuModel())
        .containsExactly("new", "old");
    assertThat(trends().get(0).change().getAsDouble()).isCloseTo(0.01, within(1e-12));
    assertThat(trends().get(1).change().getAsDouble()).isCloseTo(0.005, within(1e-12));
  }

  @Test
  void moreOperationsAreABetterCost() {
    for (double rate : new double[] {100, 101, 99, 100.5, 125}) {
      history.record(
          Histories.run(
              Histories.origin(night++),
              Histories.row("p.A.m", Histories.metric("ops/s", new double[] {rate}))));
    }
    assertThat(Histories.only(history).better()).isEqualTo(Better.HIGHER);
    assertThat(trends().get(0).change().getAsDouble())
        .isCloseTo(Math.sqrt(100 * 100.5) / 125 - 1, within(1e-9));
    assertThat(trends().get(0).standsOut()).isTrue();
  }

  @Test
  void scoresOfZeroHaveNoRatio() {
    for (double bytes : new double[] {0, 16, 0, 16, 24}) {
      Metric metric = Histories.metric("B/op", new double[] {bytes, bytes + night});
      history.record(Histories.run(Histories.origin(night++), Histories.row("p.A.m", metric)));
    }
    Trend trend = trends().get(0);
    // Means of two iterations: 0, 16.5, 1, 17.5, 26.
    assertThat(trend.median()).isEqualTo(16.5);
    assertThat(trend.change()).isEmpty();
    assertThat(trend.spread()).isEmpty();
    assertThat(Histories.only(history).withBetter(Better.HIGHER).better()).isEqualTo(Better.HIGHER);
  }
}
