package io.amorsize.jmh.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.unit.MetricUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoreBlobProperties {

  private static final MetricUnit UNIT = MetricUnit.parse("us/op");

  @Provide
  Arbitrary<Metric> metrics() {
    Arbitrary<Double> any =
        Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    Arbitrary<Double> close = Arbitraries.doubles().between(99, 101);
    Arbitrary<Fork> fork =
        Arbitraries.oneOf(any, close, Arbitraries.of(0.0, -0.0, 24.0))
            .array(Double[].class)
            .ofMinSize(1)
            .ofMaxSize(300)
            .map(values -> Fork.of(Arrays.stream(values).mapToDouble(x -> x).toArray()));
    Arbitrary<OptionalDouble> score =
        any.optional().map(x -> x.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    return Combinators.combine(fork.list().ofMaxSize(12), score)
        .as((forks, stated) -> new Metric(new Measurements(UNIT, forks), stated, Optional.empty()));
  }

  @Property(tries = 500)
  void everyBitComesBack(@ForAll("metrics") Metric metric) {
    assertThat(ScoreBlob.read(ScoreBlob.write(metric), UNIT, Optional.empty())).isEqualTo(metric);
  }

  @Property(tries = 500)
  void brokenBytesAreToldAndNeverBelieved(@ForAll("metrics") Metric metric, @ForAll int seed) {
    byte[] bytes = ScoreBlob.write(metric);
    SplittableRandom random = new SplittableRandom(seed);
    byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    assertThatThrownBy(() -> ScoreBlob.read(cut, UNIT, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
    try {
      ScoreBlob.read(bytes, UNIT, Optional.empty());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  /** 50 scores that share sign, exponent and first digits: 400 bytes as they are. */
  @Example
  void measuredScoresTakeAFifthLess() {
    byte[] bytes = ScoreBlob.write(Nights.metric("us/op", 100, new SplittableRandom(1)));
    assertThat(bytes.length).isLessThan(345);
    Metric equal =
        new Metric(
            new Measurements(UNIT, List.of(Fork.of(new double[50]))),
            OptionalDouble.empty(),
            Optional.empty());
    assertThat(ScoreBlob.write(equal)).hasSize(1 + 1 + 1 + 25);
  }
}
