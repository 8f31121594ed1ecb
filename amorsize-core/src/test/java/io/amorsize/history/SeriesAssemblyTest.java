package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.Better;
import io.amorsize.unit.MetricUnit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SeriesAssemblyTest {

  private static final SeriesKey KEY = new SeriesKey(Histories.key("p.A.m", Map.of()), "primary");

  private final SeriesAssembly assembly = new SeriesAssembly(KEY);
  private int night;

  private void add(Metric metric) {
    RecordedRun run =
        new RecordedRun("%064x".formatted(night), Histories.origin(night++), Instant.EPOCH, 1, 0);
    assembly.add(run, metric, RowSettings.UNKNOWN);
  }

  @Test
  void isInTheUnitOfTheLatestRun() {
    add(Histories.metric("ms/op", new double[] {2}));
    add(Histories.metric("us/op", new double[] {3}));
    Series series = assembly.series().orElseThrow();
    assertThat(series.unit().symbol()).isEqualTo("us/op");
    assertThat(series.points())
        .extracting(SeriesPoint::value)
        .satisfiesExactly(
            value -> assertThat(value).isCloseTo(2000, within(1e-9)),
            value -> assertThat(value).isCloseTo(3, within(1e-12)));
    assertThat(series.leftOut()).isZero();
  }

  @Test
  void leavesOutWhatMeasuresSomethingElse() {
    add(Histories.metric("ops/s", new double[] {2}));
    add(Metric.unusable(MetricUnit.parse("us/op"), OptionalDouble.empty(), "no raw data"));
    add(Histories.metric("ms/op", new double[] {1e300}));
    add(Histories.metric("ns/op", new double[] {3}));
    Series series = assembly.series().orElseThrow();
    assertThat(series.points()).hasSize(2);
    assertThat(series.leftOut()).isEqualTo(2);
    add(Histories.metric("hr/op", new double[] {1e305}));
    add(Histories.metric("ns/op", new double[] {3}));
    assertThat(assembly.series().orElseThrow().leftOut()).isEqualTo(3);
  }

  @Test
  void aStatedScoreWithoutRawDataIsAPoint() {
    add(Metric.unusable(MetricUnit.parse("us/op"), OptionalDouble.of(5), "no raw data"));
    assertThat(assembly.series().orElseThrow().latest().value()).isCloseTo(5, within(1e-12));
  }

  @Test
  void withoutAnythingToFollowThereIsNoSeries() {
    assertThat(assembly.series()).isEmpty();
    add(Metric.unusable(MetricUnit.parse("us/op"), OptionalDouble.empty(), "no raw data"));
    assertThat(assembly.series()).isEmpty();
  }

  /** Costs 1/10 and 1/40 have the geometric mean 1/20. */
  @Test
  void aPointIsShownAsComparisonsShowIt() {
    add(Histories.metric("ops/s", new double[] {10}, new double[] {40}));
    SeriesPoint point = assembly.series().orElseThrow().latest();
    assertThat(point.value()).isCloseTo(20, within(1e-12));
    assertThat(point.cost().getAsDouble()).isCloseTo(0.05, within(1e-12));
    assertThat(point.better()).isEqualTo(Better.HIGHER);
  }

  @Test
  void keysComeInTheirOrder() {
    SeriesKey gc = new SeriesKey(KEY.row(), "gc.alloc.rate.norm");
    SeriesKey other = new SeriesKey(Histories.key("p.B.m", Map.of()), "primary");
    assertThat(List.of(other, KEY, gc).stream().sorted()).containsExactly(gc, KEY, other);
  }

  @Test
  void refusesImpossibleValues() {
    assertThatThrownBy(() -> new RecordedRun("xyz", Histories.origin(1), Instant.EPOCH, 1, 0))
        .hasMessage("hash must be 64 digits of 0-9a-f, is xyz");
    assertThatThrownBy(
            () -> new RecordedRun("0".repeat(64), Histories.origin(1), Instant.EPOCH, 0, 0))
        .hasMessage("a run needs a row or a result, has 0 and 0");
    assertThatThrownBy(() -> new SeriesNoise(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LearnedNoise(-1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunOrigin.of(" ", Instant.EPOCH)).hasMessage("name must not be blank");
  }
}
