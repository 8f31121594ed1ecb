package io.amorsize.jmh.night;

import static io.amorsize.result.JsonFile.orNull;

import io.amorsize.jmh.report.Numbers;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonPlace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of a row that was flagged against a baseline.
 *
 * @param baseline the baseline's name
 * @param key the row
 * @param metric {@code primary}, or the name of a secondary metric
 * @param status what became of it
 * @param slowdown cost now over cost before, both measured in one session; empty where that did not
 *     happen
 * @param suspected the same as two sessions showed it
 * @param why why it is still open; empty otherwise
 */
public record ConfirmedRow(
    String baseline,
    BenchmarkKey key,
    String metric,
    Status status,
    OptionalDouble slowdown,
    OptionalDouble suspected,
    String why) {

  /** What can become of a row. */
  public enum Status {
    /** It is slower, measured in one session. */
    CONFIRMED,
    /** It is slower, as somebody agreed to. */
    ACCEPTED,
    /** Measured in one session, it does not stand out. */
    CLEARED,
    /** Both sides are of one jar, so that the code cannot be the cause. */
    SAME_CODE,
    /** It could not be settled. */
    OPEN;

    /** The word in files, for example {@code same-code}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Status of(JsonPlace json) {
      for (Status status : values()) {
        if (status.label().equals(json.text())) {
          return status;
        }
      }
      throw json.problem("is no status of a row");
    }
  }

  /** The row for people: {@code p.A.m size=10}. */
  public String name() {
    return new RowName(key, metric).whole();
  }

  /** The same without the package: {@code A.m size=10}. */
  public String shortName() {
    return new RowName(key, metric).shortened();
  }

  /** The change for people: {@code +8.2 %}; of the session if there was one. */
  public String change() {
    OptionalDouble known = slowdown.isPresent() ? slowdown : suspected;
    return known.isEmpty() ? "?" : Numbers.changeOfCost(known.getAsDouble());
  }

  Map<String, Object> plain() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("baseline", baseline);
    json.put("benchmark", key.benchmark());
    json.put("params", key.params());
    json.put("mode", key.mode());
    json.put("threads", key.threads() == 0 ? null : key.threads());
    json.put("metric", metric);
    json.put("status", status.label());
    json.put("slowdown", orNull(slowdown));
    json.put("suspected_slowdown", orNull(suspected));
    json.put("why", why);
    return json;
  }

  static ConfirmedRow read(JsonPlace json) {
    SortedMap<String, String> params = new TreeMap<>();
    json.at("params").members().forEach(param -> params.put(param.key(), param.text()));
    BenchmarkKey key =
        new BenchmarkKey(
            json.at("benchmark").text(),
            json.at("mode").text(),
            params,
            json.at("threads").ifPresent().map(JsonPlace::integer).orElse(0));
    return new ConfirmedRow(
        json.at("baseline").text(),
        key,
        json.at("metric").text(),
        Status.of(json.at("status")),
        json.at("slowdown").numberIfKnown(),
        json.at("suspected_slowdown").numberIfKnown(),
        json.at("why").text());
  }
}
