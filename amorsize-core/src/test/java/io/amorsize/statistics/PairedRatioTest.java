package io.amorsize.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PairedRatioTest {

  /**
   * SciPy 1.17.1: d = np.log(x) - np.log(y); m = d.mean(); h = stats.t.ppf(.975, 4) * stats.sem(d);
   * np.exp([m, m - h, m + h]).
   */
  @Test
  void agreesWithSciPy() {
    double[] x = {10.2, 11.0, 9.7, 10.5, 10.1};
    double[] y = {5.0, 5.9, 5.1, 5.2, 5.3};
    PairedRatio ratio = PairedRatio.of(x, y, 0.95);
    assertThat(ratio.ratio()).isCloseTo(1.945005222345651, within(1e-12));
    Interval interval = ratio.interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(1.8508629539224395, within(1e-9));
    assertThat(interval.upper()).isCloseTo(2.043935941845203, within(1e-9));
    assertThat(interval.confidence()).isEqualTo(0.95);
    assertThat(interval.contains(ratio.ratio())).isTrue();
    assertThat(interval.contains(1)).isFalse();
    assertThat(ratio.pairs()).isEqualTo(5);
  }

  @Test
  void onePairHasNoInterval() {
    PairedRatio ratio = PairedRatio.of(new double[] {6}, new double[] {3}, 0.95);
    assertThat(ratio.ratio()).isCloseTo(2, within(1e-12));
    assertThat(ratio.interval()).isEmpty();
  }

  @Test
  void saysWhatCannotBeCompared() {
    assertThatThrownBy(() -> PairedRatio.of(new double[] {1}, new double[0], 0.95))
        .hasMessage("need as many x as y and at least one pair, are 1 and 0");
    assertThatThrownBy(() -> PairedRatio.of(new double[] {0}, new double[] {1}, 0.95))
        .hasMessage("a cost must be positive and finite, is 0.0");
    assertThatThrownBy(() -> new Interval(2, 1, 0.9)).hasMessageContaining("need lower <= upper");
    assertThatThrownBy(() -> new Interval(1, 2, 1)).hasMessageContaining("confidence");
  }

  @Property
  void swappingTheSidesInvertsTheRatio(
      @ForAll @Size(4) List<@DoubleRange(min = 0.1, max = 1e6) Double> xs,
      @ForAll @Size(4) List<@DoubleRange(min = 0.1, max = 1e6) Double> ys) {
    double[] x = array(xs);
    double[] y = array(ys);
    PairedRatio ratio = PairedRatio.of(x, y, 0.95);
    PairedRatio swapped = PairedRatio.of(y, x, 0.95);
    assertThat(ratio.ratio() * swapped.ratio()).isCloseTo(1, within(1e-9));
    assertThat(ratio.interval().orElseThrow().lower() * swapped.interval().orElseThrow().upper())
        .isCloseTo(1, within(1e-6));
  }

  @Property
  void aUnitDoesNotMatter(
      @ForAll @Size(3) List<@DoubleRange(min = 0.1, max = 1e6) Double> xs,
      @ForAll @DoubleRange(min = 0.01, max = 1e3) double factor) {
    double[] x = array(xs);
    double[] scaled = Arrays.stream(x).map(value -> value * factor).toArray();
    double[] y = {1, 2, 3};
    assertThat(PairedRatio.of(scaled, y, 0.95).ratio() / PairedRatio.of(x, y, 0.95).ratio())
        .isCloseTo(factor, within(factor * 1e-9));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
