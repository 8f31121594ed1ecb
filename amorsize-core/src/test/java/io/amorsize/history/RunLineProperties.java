package io.amorsize.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Fork;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.result.RowSettings;
import io.amorsize.unit.MetricUnit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** A line brings every score to the last bit, and every name as it is. */
class RunLineProperties {

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .all()
        .ofMinLength(1)
        .ofMaxLength(20)
        .map(text -> "a" + text.replaceAll("[\\ud800-\\udfff]", ""));
  }

  @Provide
  Arbitrary<Double> scores() {
    return Arbitraries.longs()
        .map(Double::longBitsToDouble)
        .filter(score -> Double.isFinite(score) && score != 0);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(
      @ForAll("names") String benchmark,
      @ForAll("names") String param,
      @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("scores") Double> scores) {
    double[] all = scores.stream().mapToDouble(Double::doubleValue).toArray();
    Measurements measured =
        new Measurements(MetricUnit.parse("us/op"), List.of(Fork.of(all), Fork.of(all)));
    BenchmarkRow row =
        new BenchmarkRow(
            new BenchmarkKey(
                benchmark, "avgt", new TreeMap<>(java.util.Map.of(param, benchmark)), 1),
            new Metric(measured, OptionalDouble.of(all[0]), Optional.empty()),
            new TreeMap<>(),
            RowSettings.UNKNOWN);
    RunOrigin origin =
        new RunOrigin(
            benchmark,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            Optional.empty());
    RunContent content = RunContent.ofRows(List.of(row));
    String line = RunLine.write(origin, content);
    assertThat(line).isPrintable();
    NewRun read = RunLine.read("line", line);
    assertThat(read.content().rows().get(0).key()).isEqualTo(row.key());
    double[] back = read.content().rows().get(0).primary().measurements().forks().get(1).toArray();
    assertThat(Arrays.stream(back).mapToLong(Double::doubleToRawLongBits).toArray())
        .isEqualTo(Arrays.stream(all).mapToLong(Double::doubleToRawLongBits).toArray());
    assertThat(read.content().hash()).isEqualTo(content.hash());
  }
}
