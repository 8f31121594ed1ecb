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

class BenjaminiHochbergTest {

  /** SciPy 1.17: {@code stats.false_discovery_control([.01, .04, .03, .005, .8, .04])}. */
  @Test
  void agreesWithSciPy() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.01, 0.04, 0.03, 0.005, 0.8, 0.04}))
        .containsExactly(new double[] {0.03, 0.048, 0.048, 0.03, 0.8, 0.048}, within(1e-12));
    assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    assertThat(BenjaminiHochberg.adjust(new double[] {0, 1})).containsExactly(0, 1);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {0.5, wrong}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("p must be in [0, 1], is " + wrong);
    }
  }

  /** By the definition: the least of p m / rank over all that are no smaller. */
  @Property
  void isTheLeastOverAllNoSmaller(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] q = BenjaminiHochberg.adjust(p);
    for (int i = 0; i < p.length; i++) {
      double from = p[i];
      double least =
          Arrays.stream(p)
              .filter(other -> other >= from)
              .map(
                  other ->
                      other * p.length / Arrays.stream(p).filter(below -> below <= other).count())
              .min()
              .orElseThrow();
      assertThat(q[i]).isCloseTo(Math.min(1, least), within(1e-12));
    }
  }

  @Property
  void isNotBelowPAndKeepsTheOrder(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[] q = BenjaminiHochberg.adjust(p);
    for (int i = 0; i < p.length; i++) {
      assertThat(q[i]).isBetween(p[i], 1.0);
      for (int k = 0; k < p.length; k++) {
        assertThat(p[i] <= p[k]).isEqualTo(p[i] <= p[k] && q[i] <= q[k]);
      }
    }
  }
}
