package io.amorsize.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amorsize.unit.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkRowTest {

  private static final BenchmarkKey KEY = new BenchmarkKey("a.B.run", "avgt", new TreeMap<>(), 1);
  private static final Metric METRIC =
      new Metric(
          new Measurements(MetricUnit.SECONDS_PER_OPERATION, List.of(Fork.of(1, 2))),
          OptionalDouble.of(1.5),
          Optional.empty());

  private static RowSettings settings(List<String> jvmArgs) {
    return new RowSettings(
        Optional.of("1.37"),
        Optional.of("17.0.12"),
        Optional.of("OpenJDK 64-Bit Server VM"),
        Optional.of("17.0.12+7"),
        Optional.of(jvmArgs),
        OptionalInt.of(5),
        OptionalInt.of(5),
        OptionalInt.of(10),
        Optional.of("1 s"),
        Optional.of("100 ms"));
  }

  @Test
  void copiesItsMetrics() {
    SortedMap<String, Metric> secondary = new TreeMap<>(Map.of("gc.alloc.rate.norm", METRIC));
    BenchmarkRow row = new BenchmarkRow(KEY, METRIC, secondary, RowSettings.UNKNOWN);
    secondary.clear();
    assertThat(row.secondary()).containsOnlyKeys("gc.alloc.rate.norm");
    assertThatThrownBy(() -> row.secondary().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void isWhole() {
    SortedMap<String, Metric> none = new TreeMap<>();
    assertThatThrownBy(() -> new BenchmarkRow(null, METRIC, none, RowSettings.UNKNOWN))
        .hasMessage("key is null");
    assertThatThrownBy(() -> new BenchmarkRow(KEY, null, none, RowSettings.UNKNOWN))
        .hasMessage("primary is null");
    assertThatThrownBy(() -> new BenchmarkRow(KEY, METRIC, none, null))
        .hasMessage("settings is null");
    assertThatThrownBy(() -> new Metric(null, OptionalDouble.empty(), Optional.empty()))
        .hasMessage("measurements is null");
  }

  @Test
  void settingsCopyTheirArguments() {
    List<String> args = new ArrayList<>(List.of("-Xmx1g"));
    RowSettings settings = settings(args);
    args.add("-Xint");
    assertThat(settings.jvmArgs().orElseThrow()).containsExactly("-Xmx1g");
    assertThat(settings).isEqualTo(settings(List.of("-Xmx1g"))).isNotEqualTo(settings(args));
  }

  @Test
  void nothingIsKnownOfUnknownSettings() {
    assertThat(RowSettings.UNKNOWN.forks()).isEmpty();
    assertThat(RowSettings.UNKNOWN.jvmArgs()).isEmpty();
    assertThat(RowSettings.UNKNOWN.measurementTime()).isEmpty();
  }
}
