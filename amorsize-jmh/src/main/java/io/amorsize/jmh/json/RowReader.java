package io.amorsize.jmh.json;

import com.fasterxml.jackson.core.JsonToken;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.BenchmarkRow;
import io.amorsize.result.Metric;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.RowSettings;
import io.amorsize.result.ShownText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the object of one result. */
final class RowReader {

  private static final Set<String> SETTINGS =
      Set.of(
          "benchmark",
          "mode",
          "threads",
          "forks",
          "jmhVersion",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupIterations",
          "warmupTime",
          "measurementIterations",
          "measurementTime");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final JsonCursor cursor;
  private final int number;
  private final Map<String, String> settings = new HashMap<>();
  private final SortedMap<String, String> params = new TreeMap<>();
  private final SortedMap<String, Metric> secondary = new TreeMap<>();
  private Optional<List<String>> jvmArgs = Optional.empty();
  private Optional<Metric> primary = Optional.empty();
  private boolean namesPrimary;

  /**
   * A reader of one result.
   *
   * @param number how-manieth result it is, for sentences
   */
  RowReader(JsonCursor cursor, int number) {
    this.cursor = cursor;
    this.number = number;
  }

  /**
   * Reads the object that starts here.
   *
   * @param others reads members that a result does not have
   * @return empty where the object is no result, since it has neither a name nor a metric
   */
  Optional<BenchmarkRow> read(JsonCursor.Member others) throws IOException {
    cursor.startRow();
    cursor.members(name -> member(name, others));
    return settings.containsKey("benchmark") || namesPrimary
        ? Optional.of(row())
        : Optional.empty();
  }

  private void member(String name, JsonCursor.Member others) throws IOException {
    if (SETTINGS.contains(name) && cursor.isScalar()) {
      settings.put(name, cursor.text());
      return;
    }
    switch (name) {
      case "params" -> readParams();
      case "jvmArgs" -> jvmArgs = readTexts();
      case "primaryMetric" -> {
        namesPrimary = true;
        primary = MetricReader.read(cursor);
      }
      case "secondaryMetrics" -> readSecondary();
      default -> others.read(name);
    }
    cursor.skip();
  }

  private void readParams() throws IOException {
    if (cursor.token() == JsonToken.VALUE_NULL) {
      return;
    }
    if (cursor.token() != JsonToken.START_OBJECT) {
      throw problem("'params' must be an object, is " + cursor.shown());
    }
    cursor.members(
        name -> {
          if (!cursor.token().isScalarValue()) {
            throw problem(
                "the parameter '" + ShownText.of(name) + "' must be text, is " + cursor.shown());
          }
          params.put(name, cursor.text());
        });
  }

  private Optional<List<String>> readTexts() throws IOException {
    if (cursor.token() != JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    while (cursor.next() != JsonToken.END_ARRAY) {
      if (cursor.isScalar()) {
        cursor.keep(1);
        texts.add(cursor.text());
      }
      cursor.skip();
    }
    return Optional.of(texts);
  }

  private void readSecondary() throws IOException {
    if (cursor.token() == JsonToken.START_OBJECT) {
      cursor.members(
          name ->
              MetricReader.read(cursor)
                  .filter(metric -> !MetricNames.isText(metric.unit().symbol()))
                  .ifPresent(metric -> secondary.putIfAbsent(MetricNames.plain(name), metric)));
    }
  }

  private BenchmarkRow row() {
    if (settings.getOrDefault("benchmark", "").isBlank()) {
      throw problem("there is no 'benchmark' that names it");
    }
    if (!settings.containsKey("mode")) {
      throw problem(
          "there is no 'mode', so nobody can tell whether a higher score is better; JMH writes"
              + " thrpt, avgt, sample or ss");
    }
    Metric metric =
        primary.orElseThrow(
            () ->
                problem(
                    "there is no 'primaryMetric', so it holds no score; run the benchmark again"
                        + " with -rf json"));
    BenchmarkKey key =
        new BenchmarkKey(settings.get("benchmark"), settings.get("mode"), params, threads());
    if (key.mode().equals("sample")) {
      secondary.keySet().removeIf(MetricNames::isPercentile);
    }
    return new BenchmarkRow(key, metric, secondary, settings());
  }

  private int threads() {
    String threads = settings.getOrDefault("threads", "0");
    OptionalInt count = whole("threads");
    if (count.isEmpty() && settings.containsKey("threads")) {
      throw problem(
          "'threads' must be a whole number from 0 on, is '" + ShownText.of(threads) + "'");
    }
    return count.orElse(0);
  }

  private RowSettings settings() {
    return new RowSettings(
        Optional.ofNullable(settings.get("jmhVersion")),
        Optional.ofNullable(settings.get("jdkVersion")),
        Optional.ofNullable(settings.get("vmName")),
        Optional.ofNullable(settings.get("vmVersion")),
        jvmArgs,
        whole("forks"),
        whole("warmupIterations"),
        whole("measurementIterations"),
        Optional.ofNullable(settings.get("warmupTime")),
        Optional.ofNullable(settings.get("measurementTime")));
  }

  private OptionalInt whole(String name) {
    String text = settings.getOrDefault(name, "");
    return WHOLE.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  private ResultFormatException problem(String what) {
    String name = settings.get("benchmark");
    String which = name == null ? "" : " (" + ShownText.of(name) + ")";
    return cursor.problem("result " + number + which + ": " + what);
  }
}
