package io.amorsize.jmh.json;

import io.amorsize.history.KeyJson;
import io.amorsize.result.BenchmarkKey;
import io.amorsize.result.JsonFile;
import io.amorsize.result.JsonPlace;
import io.amorsize.result.ReadLimits;
import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads a comparison of JMH rows, {@code amorsize.comparison/1}. Unknown keys are ignored. */
public final class ComparisonFile {

  /** The form of a comparison of JMH rows. */
  public static final String SCHEMA = "amorsize.comparison/1";

  /** The form of a comparison of workloads. */
  public static final String OF_WORKLOADS = "amorsize.performance-comparison/1";

  private static final String NEEDED =
      "confirm needs a comparison of JMH rows, as 'compare BASE CURRENT --format json -o FILE'"
          + " writes it";
  private static final Set<String> VERDICTS = Set.of("slower", "faster", "same", "inconclusive");

  private ComparisonFile() {}

  /**
   * Reads a file.
   *
   * @throws ResultFormatException in one sentence, if it holds no such comparison
   */
  public static RecordedComparison read(Path file) {
    return read(file, ReadLimits.DEFAULT);
  }

  /**
   * The same with other limits.
   *
   * @throws ResultFormatException in one sentence, if it holds no such comparison, or too much
   */
  public static RecordedComparison read(Path file, ReadLimits limits) {
    JsonPlace json = JsonFile.read(file, limits);
    requireSchema(json);
    json.at("rows").requireAtMost(limits.maxRows());
    JsonPlace settings = json.at("settings").object();
    return new RecordedComparison(
        settings.at("base").text(),
        settings.at("current").text(),
        share(settings.at("threshold")),
        share(settings.at("margin")),
        share(settings.at("fdr")),
        json.at("rows").elements().stream().map(ComparisonFile::row).toList());
  }

  private static void requireSchema(JsonPlace json) {
    JsonPlace schema = json.at("schema");
    if (!schema.node().isTextual()) {
      throw json.problem("is no comparison; " + NEEDED);
    }
    if (schema.text().equals(OF_WORKLOADS)) {
      throw json.problem("compares workloads; " + NEEDED + " for two JMH results");
    }
    if (!schema.text().equals(SCHEMA)) {
      throw schema.problem("must be " + SCHEMA + ", is " + shown(schema) + "; " + NEEDED);
    }
  }

  private static double share(JsonPlace place) {
    double share = place.positive();
    if (share >= 1) {
      throw place.problem("must be a share above 0 and below 1, is " + share);
    }
    return share;
  }

  private static RecordedRow row(JsonPlace json) {
    BenchmarkKey key =
        new BenchmarkKey(
            json.object().at("benchmark").text(),
            json.at("mode").text(),
            KeyJson.texts(json.at("params")),
            json.at("threads").ifPresent().map(ComparisonFile::threads).orElse(0));
    return new RecordedRow(
        key,
        json.at("metric").text(),
        verdict(json.at("verdict")),
        json.at("suspect").bool(),
        json.at("accepted").ifPresent().map(JsonPlace::bool).orElse(false),
        side(key, json.at("base").object()),
        side(key, json.at("current").object()),
        json.at("slowdown").numberIfKnown(),
        json.at("ci").elementsIfPresent().stream()
            .skip(1)
            .flatMapToDouble(end -> end.numberIfKnown().stream())
            .findFirst());
  }

  private static BenchmarkKey side(BenchmarkKey row, JsonPlace json) {
    Optional<String> benchmark = json.at("benchmark").ifPresent().map(JsonPlace::text);
    return new BenchmarkKey(
        benchmark.orElse(row.benchmark()),
        row.mode(),
        json.at("params").ifPresent().map(KeyJson::texts).orElse(row.params()),
        row.threads());
  }

  private static int threads(JsonPlace place) {
    int threads = place.integer();
    if (threads < 1) {
      throw place.problem("must be at least 1, or null where nobody knows, is " + threads);
    }
    return threads;
  }

  private static String verdict(JsonPlace place) {
    if (!VERDICTS.contains(place.text())) {
      throw place.problem("must be slower, faster, same or inconclusive, is " + shown(place));
    }
    return place.text();
  }

  private static String shown(JsonPlace place) {
    return ShownText.of(place.text());
  }
}
