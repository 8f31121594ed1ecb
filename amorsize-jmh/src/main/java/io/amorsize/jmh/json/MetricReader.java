package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.jmh.json.RawDataReader.RawData;
import io.amorsize.result.Measurements;
import io.amorsize.result.Metric;
import io.amorsize.unit.MetricUnit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the object of one metric. */
final class MetricReader {

  private final JsonCursor cursor;
  private OptionalDouble score = OptionalDouble.empty();
  private String unit = "";
  private Optional<RawData> raw = Optional.empty();
  private Optional<RawData> histogram = Optional.empty();

  private MetricReader(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Reads the metric that starts here.
   *
   * @return empty, with the value skipped, where no object stands here
   */
  static Optional<Metric> read(JsonCursor cursor) throws IOException {
    if (cursor.token() != JsonToken.START_OBJECT) {
      cursor.skip();
      return Optional.empty();
    }
    MetricReader reader = new MetricReader(cursor);
    cursor.members(reader::member);
    return Optional.of(reader.metric());
  }

  private void member(String name) throws IOException {
    switch (name) {
      case "score" -> score = cursor.number().stream().filter(Double::isFinite).findFirst();
      case "scoreUnit" -> unit = cursor.isScalar() ? cursor.text() : "";
      case "rawData" -> raw = Optional.of(RawDataReader.plain(cursor));
      case "rawDataHistogram" -> histogram = Optional.of(RawDataReader.histogram(cursor));
      default -> {
        // Errors, confidence and percentiles follow from the raw data.
      }
    }
    cursor.skip();
  }

  private Metric metric() {
    RawData data =
        raw.filter(read -> read.problem().isEmpty())
            .or(() -> histogram)
            .or(() -> raw)
            .orElseGet(() -> new RawData(List.of(), Optional.of("there is no rawData")));
    return new Metric(
        new Measurements(MetricUnit.parse(unit), data.forks()), score, data.problem());
  }
}
